"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { LineOutcome } from "@/lib/minutes/changes";
import { noteEditSchema, notePlaceSchema, noteSchema, noteVersionSchema } from "@/lib/minutes/schema";
import { addNote, deleteNote, editNote, moveNote, restoreNote } from "@/lib/minutes/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function addNoteAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(noteSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addNote(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const { section } = outcome.note;
  redirect(`/kegiatan/${meetingId}/notulen?tambah=${section}#tambah-${section}`);
}

export async function editNoteAction(
  meetingId: string,
  noteId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(noteEditSchema, form);
  if (!parsed.ok) return parsed.state;
  return backToMinutes(meetingId, await editNote(actor, meetingId, noteId, parsed.data), form);
}

export async function moveNoteAction(
  meetingId: string,
  noteId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(notePlaceSchema, form);
  if (!parsed.ok) return parsed.state;
  return backToMinutes(meetingId, await moveNote(actor, meetingId, noteId, parsed.data), form);
}

export async function deleteNoteAction(
  meetingId: string,
  noteId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(noteVersionSchema, form);
  if (!parsed.ok) return parsed.state;
  return backToMinutes(meetingId, await deleteNote(actor, meetingId, noteId, parsed.data.version), form);
}

export async function restoreNoteAction(
  meetingId: string,
  noteId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  return backToMinutes(meetingId, await restoreNote(actor, meetingId, noteId), form);
}

/** After a clash the page shows the line as it is now, beside what was typed. */
async function backToMinutes(meetingId: string, outcome: LineOutcome, form: FormData): Promise<FormState> {
  if (outcome.ok || outcome.conflict) revalidatePath(`/kegiatan/${meetingId}`, "layout");
  if (!outcome.ok) return refused(outcome, form);
  await tell("Baris notulen tersimpan.");
  redirect(`/kegiatan/${meetingId}/notulen#baris-${outcome.note.id}`);
}
