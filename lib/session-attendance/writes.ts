import { type Actor, isRefusal, type Outcome } from "@/lib/actor";
import { keepingRoll } from "@/lib/attendance/marks";
import type { Db } from "@/lib/db";
import { type HeldMeeting, holdMeeting } from "@/lib/meetings/hold";
import { attendeesWithin } from "@/lib/session-attendance/attendees";
import { findHeldSession, type PresenceMark, setPresences } from "@/lib/session-attendance/presences";
import type { SessionPaperInput, SessionRollInput } from "@/lib/session-attendance/schema";
import { readSessionPaper } from "@/lib/session-attendance/typed-paper";
import { transact } from "@/lib/transact";
import type { AttendanceSource } from "@/prisma/generated/client";

type Marked = Outcome<{ count: number }>;
type Of = { meetingId: string; sessionId: string };
type Marks = { ok: true; marks: PresenceMark[] };

/** A roll as it was ticked: only what differs from what was shown is changed, so that a colleague's marks stay. */
export async function tickSession(actor: Actor, of: Of, ticked: SessionRollInput): Promise<Marked> {
  const present = new Set(ticked.present);
  const shown = new Set(ticked.shown);
  const marks = ticked.listed.flatMap((attendeeId): PresenceMark[] => {
    if (present.has(attendeeId)) return shown.has(attendeeId) ? [] : [{ attendeeId, status: "PRESENT" }];
    if (ticked.rest) return [{ attendeeId, status: "ABSENT" }];
    return shown.has(attendeeId) ? [{ attendeeId, status: null }] : [];
  });
  return onSession(actor, of, "OFFICER", async (tx) => {
    const there = await presentIn(tx, of.sessionId);
    const isColleagues = (id: string) => there.has(id) && !shown.has(id);
    return { ok: true, marks: marks.filter((mark) => mark.status !== "ABSENT" || !isColleagues(mark.attendeeId)) };
  });
}

async function presentIn(tx: Db, sessionId: string): Promise<Set<string>> {
  const rows = await tx.sessionPresence.findMany({
    where: { sessionId, status: "PRESENT", confirmedAt: { not: null } },
    select: { attendance: { select: { id: true, invitationId: true } } },
  });
  return new Set(rows.map(({ attendance: { id, invitationId } }) => invitationId ?? id));
}

/** @returns how many marks changed */
export async function markSession(actor: Actor, of: Of, marks: readonly PresenceMark[]): Promise<Marked> {
  return onSession(actor, of, "OFFICER", async () => ({ ok: true, marks: [...marks] }));
}

/** The signed paper list of a session by its numbers: everybody on it is marked. */
export async function enterSessionPaper(actor: Actor, of: Of, typed: SessionPaperInput): Promise<Marked> {
  return onSession(actor, of, "PAPER", async (tx, meeting) =>
    readSessionPaper(typed, await attendeesWithin(tx, meeting.id)),
  );
}

function onSession(
  actor: Actor,
  { meetingId, sessionId }: Of,
  source: AttendanceSource,
  marksOf: (tx: Db, meeting: HeldMeeting) => Promise<Marks | Extract<Marked, { ok: false }>>,
): Promise<Marked> {
  return transact<Marked>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, keepingRoll);
    if (isRefusal(meeting)) return meeting;
    const session = await findHeldSession(tx, meeting, sessionId, new Date());
    if (isRefusal(session)) return session;
    const wanted = await marksOf(tx, meeting);
    return wanted.ok ? setPresences(tx, { actor, meeting, source }, session, wanted.marks) : wanted;
  });
}
