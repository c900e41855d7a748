"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { withdrawInvitation } from "@/lib/invitations/withdraw";
import { chosenSchema, typedSchema } from "@/lib/trainings/participant-schema";
import { addStaff, addTyped } from "@/lib/trainings/participants";
import { sessionsSchema, trainingSchema } from "@/lib/trainings/schema";
import { saveSessions } from "@/lib/trainings/sessions";
import { saveTraining } from "@/lib/trainings/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
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

export async function addStaffAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(chosenSchema, form);
  if (!parsed.ok) return parsed.state;
  return added(id, await addStaff(actor, id, parsed.data), form);
}

export async function addTypedAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(typedSchema, form);
  if (!parsed.ok) return parsed.state;
  return added(id, await addTyped(actor, id, parsed.data), form);
}

function added(id: string, outcome: Outcome<{ added: number }>, form: FormData): FormState {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/pelatihan?ditambah=${outcome.added}#peserta`);
}

export async function withdrawParticipantAction(
  id: string,
  invitationId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await withdrawInvitation(actor, id, invitationId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Undangan peserta dibatalkan.", { undoId });
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/pelatihan#peserta`);
}
