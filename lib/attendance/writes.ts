import { type Actor, isRefusal, type Outcome } from "@/lib/actor";
import { arrivalAt } from "@/lib/attendance/arrival";
import { settleDelegate } from "@/lib/attendance/delegate";
import {
  addGuest,
  confirmMark,
  keepingRoll,
  type Mark,
  type Marking,
  removeMark,
  typedArrival,
} from "@/lib/attendance/marks";
import type { MarkInput, PaperRow, WalkInInput } from "@/lib/attendance/schema";
import { setMark, setMarks } from "@/lib/attendance/set-marks";
import { keepRollForUndo } from "@/lib/attendance/undo-rows";
import type { Db } from "@/lib/db";
import { type HeldMeeting, holdMeeting } from "@/lib/meetings/hold";
import { settleParticipant } from "@/lib/persons/choose";
import { transact } from "@/lib/transact";
import type { AttendanceSource } from "@/prisma/generated/client";

async function onRoll<T extends object>(
  actor: Actor,
  meetingId: string,
  source: AttendanceSource,
  change: (tx: Db, marking: Marking) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return transact<Outcome<T>>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, keepingRoll);
    return isRefusal(meeting) ? meeting : change(tx, { actor, meeting, source });
  });
}

function markOf(meeting: HeldMeeting, { arrivedAt, ...mark }: Omit<MarkInput, "person">): Mark {
  return { ...mark, arrivedAt: typedArrival(meeting, arrivedAt) ?? arrivalAt(meeting, new Date()) ?? undefined };
}

export async function markInvitee(
  actor: Actor,
  meetingId: string,
  { person, ...input }: MarkInput,
  undoId?: string,
): Promise<Outcome> {
  return onRoll(actor, meetingId, "OFFICER", async (tx, marking) => {
    const mark = markOf(marking.meeting, input);
    return keepRollForUndo(tx, marking, { id: undoId, rows: [mark.invitationId] }, () =>
      setOne(tx, marking, mark, person),
    );
  });
}

async function setOne(tx: Db, marking: Marking, mark: Mark, person: string | null): Promise<Outcome> {
  const delegate = await settleDelegate(tx, marking, mark, person);
  if (!delegate.ok) return delegate;
  const outcome = await setMark(tx, marking, mark);
  const { personId } = delegate;
  const { invitationId } = mark;
  if (outcome.ok && personId) await tx.attendance.update({ where: { invitationId }, data: { personId } });
  return outcome;
}

/** Adds a guest without invitation; the same form twice is one guest, the same person twice is refused. */
export async function addWalkIn(
  actor: Actor,
  meetingId: string,
  { person, ...guest }: WalkInInput,
  undoId?: string,
): Promise<Outcome> {
  return onRoll(actor, meetingId, "OFFICER", async (tx, marking) => {
    const isSent = (await tx.attendance.count({ where: { id: guest.id, meetingId } })) > 0;
    if (isSent) return { ok: true };
    const settled = await settleParticipant(tx, actor.organisation.id, guest, person);
    if (!settled.ok) return settled;
    const undo = { id: undoId, rows: [guest.id] };
    return keepRollForUndo(tx, marking, undo, () => addGuest(tx, marking, guest, settled.personId));
  });
}

export async function unmark(actor: Actor, meetingId: string, attendanceId: string, undoId?: string): Promise<Outcome> {
  return onRoll(actor, meetingId, "OFFICER", (tx, marking) =>
    keepRollForUndo(tx, marking, { id: undoId, rows: [attendanceId] }, () => removeMark(tx, marking, attendanceId)),
  );
}

export async function confirm(actor: Actor, meetingId: string, attendanceId: string): Promise<Outcome> {
  return onRoll(actor, meetingId, "OFFICER", (tx, marking) => confirmMark(tx, marking, attendanceId));
}

/** @returns how many rows were taken over */
export async function enterPaper(
  actor: Actor,
  meetingId: string,
  rows: PaperRow[],
  undoId?: string,
): Promise<Outcome<{ count: number }>> {
  const marks = rows.flatMap(({ status, ...row }) => (status === null ? [] : [{ ...row, status }]));
  return onRoll(actor, meetingId, "PAPER", async (tx, marking) => {
    const undo = { id: undoId, rows: marks.map(({ invitationId }) => invitationId) };
    const outcome = await keepRollForUndo(tx, marking, undo, () => setMarks(tx, marking, marks));
    return outcome.ok ? { ok: true, count: marks.length } : outcome;
  });
}
