"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { saveChecklist } from "@/lib/programmes/checklist";
import { checklistSchema } from "@/lib/programmes/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveChecklistAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(checklistSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveChecklist(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/program/${id}`, "layout");
  redirect(`/program/${id}/daftar-periksa?tersimpan=1`);
}
