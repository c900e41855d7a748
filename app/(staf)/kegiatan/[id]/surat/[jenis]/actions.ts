"use server";

import { findPaperKind } from "@/lib/papers/kinds";
import type { FormState } from "@/lib/web/form";
import { saveLetterForm, voidLetterForm } from "@/lib/web/letter-form";
import { requireActor } from "@/lib/web/session";

export async function saveLetterAction(
  meetingId: string,
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const place = { actor, room: `/kegiatan/${meetingId}`, slug };
  return saveLetterForm(place, { paper: findPaperKind(slug), subject: { meetingId } }, form);
}

export async function voidLetterAction(
  meetingId: string,
  slug: string,
  letterId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  return voidLetterForm({ actor, room: `/kegiatan/${meetingId}`, slug }, letterId, form);
}
