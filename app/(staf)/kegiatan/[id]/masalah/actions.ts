"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { problemEditSchema, problemSchema, scoresSchema, tieSchema } from "@/lib/problems/schema";
import { decideTie, removeScorer, saveScores } from "@/lib/problems/scoring";
import { addProblem, deleteProblem, editProblem } from "@/lib/problems/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function addProblemAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(problemSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addProblem(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`Masalah ${outcome.number} tersimpan.`);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const problems = `/kegiatan/${meetingId}/masalah`;
  redirect(form.get("then") === "another" ? `${problems}/tambah?tersimpan=${outcome.number}` : problems);
}

export async function editProblemAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(problemEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editProblem(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Perubahan masalah tersimpan.");
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/masalah/${parsed.data.id}`);
}

export async function deleteProblemAction(
  meetingId: string,
  problemId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await deleteProblem(actor, meetingId, problemId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Masalah dihapus.", { undoId });
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/masalah`);
}

export async function saveScoresAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(scoresSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveScores(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Nilai tersimpan.");
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const problems = `/kegiatan/${meetingId}/masalah`;
  redirect(form.get("then") === "another" ? `${problems}/nilai?orang=baru&tersimpan=1` : `${problems}#nilai`);
}

export async function removeScorerAction(
  meetingId: string,
  scorerId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await removeScorer(actor, meetingId, scorerId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Nilai orang ini dihapus.", { undoId });
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/masalah#nilai`);
}

export async function decideTieAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(tieSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await decideTie(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Urutan masalah bernilai sama tersimpan.");
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/masalah`);
}
