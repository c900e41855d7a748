"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { sessionsSchema, trainingSchema } from "@/lib/trainings/schema";
import { saveSessions } from "@/lib/trainings/sessions";
import { saveTraining } from "@/lib/trainings/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveTrainingAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(trainingSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveTraining(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/pelatihan?tersimpan=isi`);
}

export async function saveSessionsAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(sessionsSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveSessions(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/pelatihan?tersimpan=sesi`);
}
