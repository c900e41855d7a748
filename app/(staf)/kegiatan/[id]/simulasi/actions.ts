"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { deleteObservation, saveObservation } from "@/lib/simulations/observations";
import { observationSchema, simulationSchema } from "@/lib/simulations/schema";
import { deleteSimulation, saveSimulation } from "@/lib/simulations/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function saveSimulationAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(simulationSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveSimulation(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/simulasi/${parsed.data.id}?tersimpan=daftar`);
}

export async function deleteSimulationAction(
  meetingId: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await deleteSimulation(actor, meetingId, id, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Simulasi dihapus.", { undoId });
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/simulasi`);
}

export async function saveObservationAction(
  meetingId: string,
  simulationId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(observationSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveObservation(actor, meetingId, simulationId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const page = `/kegiatan/${meetingId}/simulasi/${simulationId}`;
  const { observer } = parsed.data;
  redirect(
    form.get("then") === "another"
      ? `${page}/nilai?penilai=${encodeURIComponent(observer)}&tersimpan=1`
      : `${page}?tersimpan=nilai`,
  );
}

export async function deleteObservationAction(
  meetingId: string,
  simulationId: string,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await deleteObservation(actor, meetingId, id, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Penilaian dihapus.", { undoId });
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/simulasi/${simulationId}`);
}
