import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { type Attendee, listSessionAttendees } from "@/lib/session-attendance/attendees";
import type { AttendanceSource, PresenceStatus } from "@/prisma/generated/client";

export type SessionCounts = { present: number; absent: number; reported: number };

/** The sessions of a training in their order, with how many were there, were not, and have reported themselves. */
export async function listSessionRolls(actor: Actor, meetingId: string) {
  const training = { meetingId, training: { meeting: visibleTo(actor) } };
  const [sessions, groups] = await Promise.all([
    db.trainingSession.findMany({
      where: training,
      orderBy: [{ startsAt: "asc" }, { position: "asc" }],
      select: {
        id: true,
        position: true,
        form: true,
        topic: true,
        startsAt: true,
        endsAt: true,
        lessons: true,
        room: true,
      },
    }),
    db.$queryRaw<{ sessionId: string; status: PresenceStatus; isConfirmed: boolean; count: number }[]>`
      SELECT p."sessionId", p.status, p."confirmedAt" IS NOT NULL AS "isConfirmed", count(*)::int AS count
      FROM "SessionPresence" p JOIN "TrainingSession" s ON s.id = p."sessionId"
      WHERE s."meetingId" = ${meetingId}::uuid GROUP BY 1, 2, 3`,
  ]);
  return sessions.map(({ lessons, ...session }) => {
    const own = groups.filter(({ sessionId }) => sessionId === session.id);
    const sum = (rows: typeof own) => rows.reduce((total, { count }) => total + count, 0);
    const confirmed = own.filter(({ isConfirmed }) => isConfirmed);
    const counts: SessionCounts = {
      present: sum(confirmed.filter(({ status }) => status === "PRESENT")),
      absent: sum(confirmed.filter(({ status }) => status === "ABSENT")),
      reported: sum(own.filter(({ isConfirmed }) => !isConfirmed)),
    };
    return { ...session, lessons: lessons.toNumber(), counts };
  });
}

export type SessionRoll = Awaited<ReturnType<typeof listSessionRolls>>[number];

export type SessionPresenceRow = {
  sessionId: string;
  attendanceId: string;
  status: PresenceStatus;
  source: AttendanceSource;
  arrivedAt: Date | null;
  confirmedAt: Date | null;
  version: number;
};

export async function listPresences(actor: Actor, meetingId: string): Promise<SessionPresenceRow[]> {
  return db.sessionPresence.findMany({
    where: { session: { meetingId, training: { meeting: visibleTo(actor) } } },
    orderBy: [{ sessionId: "asc" }, { attendanceId: "asc" }],
    select: {
      ...{ sessionId: true, attendanceId: true, status: true, source: true },
      ...{ arrivedAt: true, confirmedAt: true, version: true },
    },
  });
}

export type OnSessionRoll = Attendee & { presence: SessionPresenceRow | null };

export async function findSessionRoll(actor: Actor, meetingId: string, sessionId: string): Promise<OnSessionRoll[]> {
  const [attendees, presences] = await Promise.all([
    listSessionAttendees(actor, meetingId),
    listPresences(actor, meetingId),
  ]);
  const own = new Map(
    presences.filter((row) => row.sessionId === sessionId).map((row) => [row.attendanceId, row] as const),
  );
  return attendees.map((attendee) => ({ ...attendee, presence: own.get(attendee.attendanceId ?? "") ?? null }));
}

/** The session of now: the one that runs, else the next one, else the last. */
export function sessionOfNow<S extends { startsAt: Date; endsAt: Date }>(sessions: readonly S[], now: Date): S | null {
  const running = sessions.find(({ startsAt, endsAt }) => startsAt <= now && now <= endsAt);
  return running ?? sessions.find(({ startsAt }) => startsAt > now) ?? sessions.at(-1) ?? null;
}
