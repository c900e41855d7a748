"use server";

import { revalidatePath } from "next/cache";
import { assignmentEditSchema, assignmentEndSchema } from "@/lib/assignments/schema";
import { editAssignment, endAssignment } from "@/lib/assignments/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function editAssignmentAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(assignmentEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editAssignment(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/penugasan");
  return { done: "Perubahan tersimpan." };
}

export async function endAssignmentAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(assignmentEndSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await endAssignment(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/penugasan");
  return { done: "Akhir penugasan tercatat." };
}
