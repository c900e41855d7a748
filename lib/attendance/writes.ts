import { type Actor, isRefusal, type Outcome } from "@/lib/actor";
import { arrivalAt } from "@/lib/attendance/arrival";
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
import type { Db } from "@/lib/db";
import { type HeldMeeting, holdMeeting } from "@/lib/meetings/hold";
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

function markOf(meeting: HeldMeeting, { arrivedAt, ...mark }: MarkInput): Mark {
  return { ...mark, arrivedAt: typedArrival(meeting, arrivedAt) ?? arrivalAt(meeting, new Date()) ?? undefined };
}

export async function markInvitee(actor: Actor, meetingId: string, input: MarkInput): Promise<Outcome> {
  return onRoll(actor, meetingId, "OFFICER", (tx, marking) => setMark(tx, marking, markOf(marking.meeting, input)));
}

/** Adds a guest without invitation; the same form twice is one guest, the same person twice is refused. */
export async function addWalkIn(actor: Actor, meetingId: string, input: WalkInInput): Promise<Outcome> {
  return onRoll(actor, meetingId, "OFFICER", (tx, marking) => addGuest(tx, marking, input));
}

export async function unmark(actor: Actor, meetingId: string, attendanceId: string): Promise<Outcome> {
  return onRoll(actor, meetingId, "OFFICER", (tx, marking) => removeMark(tx, marking, attendanceId));
}

export async function confirm(actor: Actor, meetingId: string, attendanceId: string): Promise<Outcome> {
  return onRoll(actor, meetingId, "OFFICER", (tx, marking) => confirmMark(tx, marking, attendanceId));
}

/** @returns how many rows were taken over */
export async function enterPaper(
  actor: Actor,
  meetingId: string,
  rows: PaperRow[],
): Promise<Outcome<{ count: number }>> {
  const marks = rows.flatMap(({ status, ...row }) => (status === null ? [] : [{ ...row, status }]));
  return onRoll(actor, meetingId, "PAPER", async (tx, marking) => {
    const outcome = await setMarks(tx, marking, marks);
    return outcome.ok ? { ok: true, count: marks.length } : outcome;
  });
}
