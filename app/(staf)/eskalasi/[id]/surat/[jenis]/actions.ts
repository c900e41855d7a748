"use server";

import { findPaperOfOffice } from "@/lib/papers/office-papers";
import type { FormState } from "@/lib/web/form";
import { saveLetterForm, voidLetterForm } from "@/lib/web/letter-form";
import { requireActor } from "@/lib/web/session";

export async function saveEscalationLetterAction(
  escalationId: string,
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const place = { actor, room: `/eskalasi/${escalationId}`, slug };
  return saveLetterForm(place, { paper: findPaperOfOffice(actor, slug), subject: { escalationId } }, form);
}

export async function voidEscalationLetterAction(
  escalationId: string,
  slug: string,
  letterId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  return voidLetterForm({ actor, room: `/eskalasi/${escalationId}`, slug }, letterId, form);
}
