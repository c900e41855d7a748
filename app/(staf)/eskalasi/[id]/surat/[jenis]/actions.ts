"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { voidLetter } from "@/lib/letters/register-writes";
import { letterSchema, voidSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import { findPaperOfOffice } from "@/lib/papers/office-papers";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveEscalationLetterAction(
  escalationId: string,
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const paper = findPaperOfOffice(actor, slug);
  const parsed = parseForm(letterSchema, form);
  if (!parsed.ok) return parsed.state;
  if (!paper?.isLetter || paper.subject !== "escalation")
    return { message: "Surat ini tidak dikenal. Muat ulang halaman ini." };
  const issue = form.get("intent") === "terbitkan";
  const saving = { subject: { escalationId }, paperKind: paper.kind, input: parsed.data, issue };
  const outcome = await saveLetter(actor, saving);
  return outcome.ok ? back(escalationId, paper.slug) : refused(outcome, form);
}

export async function voidEscalationLetterAction(
  escalationId: string,
  slug: string,
  letterId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(voidSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await voidLetter(actor, letterId, parsed.data);
  return outcome.ok ? back(escalationId, slug) : refused(outcome, form);
}

function back(escalationId: string, slug: string): never {
  revalidatePath(`/eskalasi/${escalationId}`, "layout");
  redirect(`/eskalasi/${escalationId}/surat/${slug}?tersimpan=ya`);
}
