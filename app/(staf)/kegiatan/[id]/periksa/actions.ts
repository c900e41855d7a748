"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { answerChecklist } from "@/lib/programmes/checklist";
import { answersSchema } from "@/lib/programmes/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function answerChecklistAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(answersSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await answerChecklist(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/periksa?tersimpan=1`);
}
