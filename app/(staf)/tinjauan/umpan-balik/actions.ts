"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { monthKey } from "@/lib/feedback/rules";
import { monthSchema, remarksSchema } from "@/lib/feedback/schema";
import { prepareFeedback, saveRemarks } from "@/lib/feedback/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function prepareFeedbackAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(monthSchema, form);
  if (!parsed.ok) return { message: "Muat ulang halaman ini, lalu coba lagi" };
  const outcome = await prepareFeedback(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/tinjauan", "layout");
  redirect(`/tinjauan/umpan-balik?bulan=${monthKey(parsed.data)}&disiapkan=${outcome.count}`);
}

export async function saveRemarksAction(feedbackId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(remarksSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveRemarks(actor, feedbackId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/tinjauan", "layout");
  redirect(`/tinjauan/umpan-balik/${feedbackId}?tersimpan=1`);
}
