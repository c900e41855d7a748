"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { saveApplication } from "@/lib/training-evaluations/application-writes";
import { findingsSchema } from "@/lib/training-evaluations/finding-schema";
import { saveFindings } from "@/lib/training-evaluations/findings";
import { applicationSchema } from "@/lib/training-evaluations/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveApplicationAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(applicationSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveApplication(actor, id, parsed.data, new Date());
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/evaluasi?tersimpan=penerapan#penerapan`);
}

export async function saveFindingsAction(
  id: string,
  meetingDay: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(findingsSchema(meetingDay), form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveFindings(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/evaluasi?tersimpan=temuan#temuan`);
}
