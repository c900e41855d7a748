"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { voidLetter } from "@/lib/letters/register-writes";
import { letterSchema, voidSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import { feedbackLetter } from "@/lib/papers/feedback-letter";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveFeedbackLetterAction(feedbackId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(letterSchema, form);
  if (!parsed.ok) return parsed.state;
  const issue = form.get("intent") === "terbitkan";
  const saving = { subject: { feedbackId }, paperKind: feedbackLetter.kind, input: parsed.data, issue };
  const outcome = await saveLetter(actor, saving);
  return outcome.ok ? back(feedbackId) : refused(outcome, form);
}

export async function voidFeedbackLetterAction(
  feedbackId: string,
  letterId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(voidSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await voidLetter(actor, letterId, parsed.data);
  return outcome.ok ? back(feedbackId) : refused(outcome, form);
}

function back(feedbackId: string): never {
  revalidatePath("/tinjauan", "layout");
  redirect(`/tinjauan/umpan-balik/${feedbackId}/surat/${feedbackLetter.slug}?tersimpan=ya`);
}
