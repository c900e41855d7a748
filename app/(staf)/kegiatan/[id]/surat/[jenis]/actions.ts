"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { voidLetter } from "@/lib/letters/register-writes";
import { letterSchema, voidSchema } from "@/lib/letters/schema";
import { saveLetter } from "@/lib/letters/writes";
import { findPaperKind } from "@/lib/papers/kinds";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveLetterAction(
  meetingId: string,
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const paper = findPaperKind(slug);
  const parsed = parseForm(letterSchema, form);
  if (!parsed.ok) return parsed.state;
  if (!paper?.isLetter || paper.subject !== "meeting")
    return { message: "Surat ini tidak dikenal. Muat ulang halaman ini." };
  const issue = form.get("intent") === "terbitkan";
  const outcome = await saveLetter(actor, {
    subject: { meetingId },
    paperKind: paper.kind,
    input: parsed.data,
    issue,
  });
  return outcome.ok ? back(meetingId, paper.slug) : refused(outcome, form);
}

export async function voidLetterAction(
  meetingId: string,
  slug: string,
  letterId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(voidSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await voidLetter(actor, letterId, parsed.data);
  return outcome.ok ? back(meetingId, slug) : refused(outcome, form);
}

function back(meetingId: string, slug: string): never {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/surat/${slug}?tersimpan=ya`);
}
