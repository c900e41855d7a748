"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { assignmentSchema } from "@/lib/assignments/schema";
import { startAssignment } from "@/lib/assignments/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function startAssignmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(assignmentSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await startAssignment(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Penugasan tercatat.");
  revalidatePath("/penugasan");
  redirect(`/penugasan/${outcome.id}`);
}
