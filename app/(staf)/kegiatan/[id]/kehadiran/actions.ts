"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { attendanceNames } from "@/lib/attendance/rules";
import { markSchema, paperSchema, unmarkSchema, walkInSchema } from "@/lib/attendance/schema";
import { addWalkIn, confirm, enterPaper, markInvitee, unmark } from "@/lib/attendance/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

/** Marks one invitee and comes back to the same place of the list, with the search that was open. */
export async function markAction(meetingId: string, search: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(markSchema, form);
  if (!parsed.ok) return parsed.state;
  const undoId = randomUUID();
  const outcome = await markInvitee(actor, meetingId, parsed.data, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`Ditandai ${attendanceNames[parsed.data.status].toLowerCase()}.`, { undoId });
  return back(meetingId, search, `#h-${parsed.data.invitationId}`);
}

export async function walkInAction(
  meetingId: string,
  search: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(walkInSchema, form);
  if (!parsed.ok) return parsed.state;
  const undoId = randomUUID();
  const outcome = await addWalkIn(actor, meetingId, parsed.data, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`Tamu ${parsed.data.name} ditambahkan.`, { undoId });
  return back(meetingId, search, "#tamu");
}

export async function unmarkAction(
  meetingId: string,
  search: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(unmarkSchema, form);
  if (!parsed.ok) return parsed.state;
  const undoId = randomUUID();
  const outcome = await unmark(actor, meetingId, parsed.data.attendanceId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Catatan kehadiran dihapus.", { undoId });
  return back(meetingId, search, "");
}

function back(meetingId: string, search: string, place: string): never {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/kehadiran${search}${place}`);
}

/** The paper list: all its rows or none. */
export async function paperAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(paperSchema, form);
  if (!parsed.ok) return parsed.state;
  const undoId = randomUUID();
  const outcome = await enterPaper(actor, meetingId, parsed.data.rows, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`${outcome.count} baris daftar hadir disimpan.`, { undoId });
  return back(meetingId, "", "");
}

export async function confirmAction(
  meetingId: string,
  search: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(unmarkSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await confirm(actor, meetingId, parsed.data.attendanceId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Kehadiran dikonfirmasi.");
  return back(meetingId, search, "");
}
