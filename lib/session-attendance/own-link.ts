import { type Outcome, refuse } from "@/lib/actor";
import { isId, pool } from "@/lib/db";
import { isOpenSql } from "@/lib/session-attendance/current";
import { inTurn } from "@/lib/write-turns";
import type { PresenceStatus } from "@/prisma/generated/enums";

export type OwnSession = {
  id: string;
  position: number;
  topic: string;
  startsAt: Date;
  endsAt: Date;
  room: string | null;
  /** Whether he can report himself present now. */
  isOpen: boolean;
  status: PresenceStatus | null;
  isConfirmed: boolean;
};

const ownStatement = {
  name: "own-sessions",
  text: `
    SELECT s.id, s.position, s.topic, s."startsAt", s."endsAt", s.room,
      m.status = 'IN_PROGRESS' AND ${isOpenSql("s")} AS "isOpen", p.status, p."confirmedAt" IS NOT NULL AS "isConfirmed"
    FROM "Invitation" i JOIN "Meeting" m ON m.id = i."meetingId" JOIN "TrainingSession" s ON s."meetingId" = m.id
    LEFT JOIN "Attendance" a ON a."invitationId" = i.id
    LEFT JOIN "SessionPresence" p ON p."sessionId" = s.id AND p."attendanceId" = a.id
    WHERE i."tokenHash" = $1 AND m.status IN ('IN_PROGRESS', 'CLOSED')
    ORDER BY s."startsAt", s.position`,
};

/** The sessions of a training that runs or is over, for the holder of a link; none for a wrong link. */
export async function listOwnSessions(tokenHash: string): Promise<OwnSession[]> {
  const { rows } = await pool.query<OwnSession>({ ...ownStatement, values: [tokenHash] });
  return rows;
}

const reportStatement = {
  name: "own-session-report",
  // The meeting is locked first, in the order of an officer's marks. What an officer said of the person stays.
  text: `
    WITH invited AS (
      SELECT i.id, i.title, i.institution, i."holderName", m.id AS "meetingId", m."hostId"
      FROM "Invitation" i JOIN "Meeting" m ON m.id = i."meetingId"
      WHERE i."tokenHash" = $1 AND m.status = 'IN_PROGRESS' FOR SHARE OF m
    ), session AS (
      SELECT s.id, s.topic FROM invited v JOIN "TrainingSession" s ON s.id = $2 AND s."meetingId" = v."meetingId"
      WHERE ${isOpenSql("s")} FOR SHARE OF s
    ), made AS (
      INSERT INTO "Attendance" (id, "meetingId", "invitationId", status, name, title, institution, "arrivedAt", source)
      SELECT v.id, v."meetingId", v.id, 'PRESENT', v."holderName", v.title, v.institution, now(), 'LINK'
      FROM invited v CROSS JOIN session ON CONFLICT DO NOTHING RETURNING id
    ), own AS (
      SELECT id FROM made UNION SELECT a.id FROM "Attendance" a JOIN invited v ON a."invitationId" = v.id
    ), present AS (
      INSERT INTO "SessionPresence" ("sessionId", "attendanceId", status, "arrivedAt", source)
      SELECT s.id, o.id, 'PRESENT', now(), 'LINK' FROM session s CROSS JOIN own o ON CONFLICT DO NOTHING
      RETURNING "sessionId"
    ), noted AS (
      INSERT INTO "Event" ("organisationId", "meetingId", actor, "onBehalfOf", action, "subjectType", "subjectId", data)
      SELECT v."hostId", v."meetingId", coalesce(v."holderName", v.title), 'tautan pribadi',
        'session-attendance.reported', 'training-session', s.id,
        jsonb_build_object('topic', s.topic, 'name', v."holderName", 'title', v.title)
      FROM present p JOIN session s ON s.id = p."sessionId" CROSS JOIN invited v
    )
    SELECT (SELECT count(*) FROM session)::int AS open, (SELECT count(*) FROM own)::int AS own`,
};

/** The holder of a link says that he is in a session while it runs; an officer confirms it. */
export async function reportThroughOwnLink(tokenHash: string, sessionId: string): Promise<Outcome> {
  const closed = refuse("Sesi ini sedang tidak berlangsung. Temui petugas bila Anda hadir.");
  if (!isId(sessionId)) return closed;
  const values = [tokenHash, sessionId];
  for (;;) {
    const { rows } = await inTurn(() => pool.query<{ open: number; own: number }>({ ...reportStatement, values }));
    const [row] = rows;
    if (!row || row.open === 0) return closed;
    // Made by an officer while this waited for the meeting: seen by the next statement.
    if (row.own > 0) return { ok: true };
  }
}
