"use server";

import { revalidatePath } from "next/cache";
import { setAnswerDays } from "@/lib/escalations/office";
import { graceSchema } from "@/lib/escalations/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function setAnswerDaysAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(graceSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setAnswerDays(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pengaturan/eskalasi");
  return { done: `Tersimpan: eskalasi berikutnya dijawab dalam ${parsed.data.answerDays} hari.` };
}
