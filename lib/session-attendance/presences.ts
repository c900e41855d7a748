// What one change of a session's roll does, inside the transaction that holds the meeting.
import { type Outcome, type Refusal, refuse } from "@/lib/actor";
import { arrivalAt } from "@/lib/attendance/arrival";
import { deviceOf, type Mark, type Marking } from "@/lib/attendance/marks";
import { isPresent } from "@/lib/attendance/rules";
import { setMarks } from "@/lib/attendance/set-marks";
import { type Db, isId } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import type { HeldMeeting } from "@/lib/meetings/hold";
import {
  confirmRows,
  deletePresences,
  type HeldSession,
  type MeetingRow,
  upsertPresences,
} from "@/lib/session-attendance/rows";
import { dayOf } from "@/lib/time";
import type { PresenceStatus } from "@/prisma/generated/client";

/** Of an invitee his invitation's id, of a walk-in that of his row; null takes the mark back. */
export type PresenceMark = { attendeeId: string; status: PresenceStatus | null };

export async function findHeldSession(
  tx: Db,
  meeting: HeldMeeting,
  sessionId: string,
  now: Date,
): Promise<HeldSession | Refusal> {
  const session = isId(sessionId)
    ? await tx.trainingSession.findFirst({
        where: { id: sessionId, meetingId: meeting.id },
        select: { id: true, topic: true, startsAt: true, endsAt: true },
      })
    : null;
  if (!session) return refuse("Sesi ini sudah dihapus. Muat ulang halaman ini.");
  return dayOf(session.startsAt, meeting.timeZone) > dayOf(now, meeting.timeZone)
    ? refuse("Sesi ini belum berlangsung. Bila jadwalnya berubah, ubah dulu hari sesi ini.")
    : session;
}

/** Somebody present in a session is present at the meeting: that row is made or corrected first. */
export async function setPresences(
  tx: Db,
  marking: Marking,
  session: HeldSession,
  marks: readonly PresenceMark[],
): Promise<Outcome<{ count: number }>> {
  const unique = [...new Map(marks.map((mark) => [mark.attendeeId, mark])).values()];
  const before = await findRows(tx, marking.meeting.id, unique);
  const invited = await tx.invitation.findMany({
    where: { meetingId: marking.meeting.id, id: { in: unique.map(({ attendeeId }) => attendeeId) } },
    select: { id: true },
  });
  const isInvited = new Set(invited.map(({ id }) => id));
  if (unique.some(({ attendeeId, status }) => status && !isInvited.has(attendeeId) && !before.has(attendeeId)))
    return refuse("Seorang peserta sudah dihapus orang lain. Muat ulang halaman ini.");
  const onRoll = await setMarks(tx, marking, meetingMarks(marking, unique, before, isInvited));
  if (!onRoll.ok) return onRoll;
  const rows = await findRows(tx, marking.meeting.id, unique);
  const waiting = unique.flatMap(({ attendeeId, status }) => {
    const row = rows.get(attendeeId);
    return status === "PRESENT" && row && !row.confirmedAt ? [row] : [];
  });
  await confirmRows(tx, marking, waiting);
  const changes = await changesOf(tx, session.id, unique, rows);
  await write(tx, marking, session, changes);
  if (changes.length > 0)
    await recordMeetingEvent(tx, by(marking.actor), marking.meeting, {
      action: "session-attendance.marked",
      subjectId: session.id,
      data: { topic: session.topic, ...namesByStatus(changes), device: deviceOf(marking) },
    });
  return { ok: true, count: changes.length };
}

const row = {
  id: true,
  invitationId: true,
  status: true,
  name: true,
  title: true,
  institution: true,
  confirmedAt: true,
} as const;

async function findRows(tx: Db, meetingId: string, marks: readonly PresenceMark[]) {
  const ids = marks.map(({ attendeeId }) => attendeeId);
  const rows = await tx.attendance.findMany({
    where: { meetingId, OR: [{ invitationId: { in: ids } }, { id: { in: ids }, invitationId: null }] },
    select: row,
  });
  return new Map(rows.map((one) => [one.invitationId ?? one.id, one]));
}

type Rows = ReadonlyMap<string, MeetingRow>;

function meetingMarks(
  { meeting, device }: Marking,
  marks: readonly PresenceMark[],
  rows: Rows,
  isInvited: ReadonlySet<string>,
): Mark[] {
  const madeAt = device ? device.madeAt : new Date();
  const arrivedAt = (madeAt && arrivalAt(meeting, madeAt)) ?? undefined;
  return marks.flatMap(({ attendeeId, status }): Mark[] => {
    const current = rows.get(attendeeId);
    if (!status || !isInvited.has(attendeeId) || (current && (status === "ABSENT" || isPresent(current.status))))
      return [];
    const isThere = status === "PRESENT";
    return [
      {
        ...noDelegate,
        invitationId: attendeeId,
        status: isThere ? "PRESENT" : "UNEXCUSED",
        arrivedAt: isThere ? arrivedAt : null,
      },
    ];
  });
}

const noDelegate = { delegateName: null, delegateTitle: null, delegateInstitution: null, note: null };

export type PresenceChange = { attendance: MeetingRow; status: PresenceStatus | null };

async function changesOf(
  tx: Db,
  sessionId: string,
  marks: readonly PresenceMark[],
  rows: Rows,
): Promise<PresenceChange[]> {
  const ids = [...rows.values()].map(({ id }) => id);
  const found = await tx.sessionPresence.findMany({ where: { sessionId, attendanceId: { in: ids } } });
  const current = new Map(found.map((presence) => [presence.attendanceId, presence]));
  return marks.flatMap(({ attendeeId, status }) => {
    const attendance = rows.get(attendeeId);
    if (!attendance) return [];
    const presence = current.get(attendance.id);
    const isSame = status ? presence?.status === status && presence.confirmedAt !== null : !presence;
    return isSame ? [] : [{ attendance, status }];
  });
}

async function write(
  tx: Db,
  marking: Marking,
  session: HeldSession,
  changes: readonly PresenceChange[],
): Promise<void> {
  const cleared = changes.filter(({ status }) => status === null).map(({ attendance }) => attendance.id);
  await deletePresences(tx, session.id, cleared);
  await upsertPresences(
    tx,
    marking,
    session,
    changes.flatMap(({ attendance, status }) => (status ? [{ attendanceId: attendance.id, status }] : [])),
  );
}

function namesByStatus(changes: readonly PresenceChange[]) {
  const of = (wanted: PresenceStatus | null) =>
    changes.filter(({ status }) => status === wanted).map(({ attendance: { name, title } }) => name ?? title);
  return { present: of("PRESENT"), absent: of("ABSENT"), cleared: of(null) };
}
