import { createHmac, randomInt, randomUUID, timingSafeEqual } from "node:crypto";
import { type Actor, isRefusal, type Refusal } from "@/lib/actor";
import { type AreaWords, areaWordsOf, villageKindsOf } from "@/lib/area-words/words";
import { pool } from "@/lib/db";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { requireWritable } from "@/lib/meetings/reads";
import { takesResults } from "@/lib/meetings/rules";
import { deriveKey } from "@/lib/secrets";
import { isOpenSql, nearestFirstSql } from "@/lib/session-attendance/current";
import { transact } from "@/lib/transact";
import { inTurn } from "@/lib/write-turns";
import type { MeetingStatus, Sector } from "@/prisma/generated/enums";

// The projector shows eight letters: four name the meeting, four change every half minute, so that a photo sent home is worth two minutes.

const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const stepMs = 30_000;
const graceSteps = 3;
const ticketMs = 10 * 60_000;
const opensBeforeMs = 60 * 60_000;
const closesAfterMs = 60 * 60_000;

let keptKey: Buffer | undefined;
function sign(text: string): Buffer {
  keptKey ??= deriveKey("kode");
  return createHmac("sha256", keptKey).update(text).digest();
}

function turningPart(meetingId: string, step: number): string {
  return [...sign(`kode ${meetingId} ${step}`).subarray(0, 4)].map((byte) => letters[byte & 31]).join("");
}

export function readCode(text: string): string {
  const code = text.toUpperCase().replace(/[\s-]/g, "");
  return /^[2-9A-HJ-NP-Z]{8}$/.test(code) ? code : "";
}

export function isCheckInOpen(
  meeting: { status: MeetingStatus; startsAt: Date; endsAt: Date | null },
  now: Date,
): boolean {
  if (!takesResults(meeting.status) || now.getTime() < meeting.startsAt.getTime() - opensBeforeMs) return false;
  // "s.d. selesai": until the meeting is closed.
  return meeting.endsAt === null || now.getTime() <= meeting.endsAt.getTime() + closesAfterMs;
}

export async function showCode(actor: Actor, meetingId: string, now: Date): Promise<{ code: string; isOpen: boolean }> {
  const meeting = await requireWritable(actor, meetingId, showingCode.name);
  const key = meeting.checkInKey ?? (await makeKey(actor, meetingId));
  return {
    code: key + turningPart(meetingId, Math.floor(now.getTime() / stepMs)),
    isOpen: isCheckInOpen(meeting, now),
  };
}

const showingCode: MeetingChange = { name: "show the code of", whenApproved: null };

async function makeKey(actor: Actor, meetingId: string): Promise<string> {
  for (;;) {
    const drawn = Array.from({ length: 4 }, () => letters[randomInt(32)]).join("");
    const key = await transact<string | null | Refusal>(
      async (tx) => {
        const meeting = await holdMeeting(tx, actor, meetingId, showingCode);
        if (isRefusal(meeting)) return meeting;
        await tx.meeting.updateMany({ where: { id: meetingId, checkInKey: null }, data: { checkInKey: drawn } });
        return (await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { checkInKey: true } }))
          .checkInKey;
      },
      // Another meeting drew the same letters.
      { onDuplicate: () => null },
    );
    if (isRefusal(key)) throw new Error(key.reason);
    if (key) return key;
  }
}

export type CheckInView = {
  meetingId: string;
  hostId: string;
  title: string;
  status: MeetingStatus;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
  place: string;
  /** Who is not on the roll yet: of the session that is open, where there is one. */
  seats: { id: string; title: string; institution: string; sector: Sector }[];
  sessionTopic: string | null;
  areaWords: AreaWords;
};

type ViewRow = Omit<CheckInView, "areaWords"> & { areaCode: string; villages: string[] | null };

// Of participants who are called alike the name tells which of them it is.
const placedName = `CASE WHEN i."holderName" IS NOT NULL AND EXISTS (SELECT 1 FROM "TrainingParticipant" t
  WHERE t."invitationId" = i.id) AND EXISTS (SELECT 1 FROM "Invitation" o WHERE o."meetingId" = i."meetingId"
  AND o.id <> i.id AND (o.title, o.institution) = (i.title, i.institution))
  THEN i.title || ' (' || i."holderName" || ')' ELSE i.title END`;

const viewStatement = {
  name: "check-in-view",
  text: `
    SELECT m.id AS "meetingId", m."hostId", m.title, m.status, m."startsAt", m."endsAt", m."timeZone", m.place,
      coalesce((SELECT json_agg(json_build_object('id', i.id, 'title', ${placedName}, 'institution', i.institution, 'sector', i.sector)
          ORDER BY i."protocolOrder", i."villageCode", i.title)
        FROM "Invitation" i WHERE i."meetingId" = m.id
          AND NOT EXISTS (SELECT 1 FROM "Attendance" a WHERE a."invitationId" = i.id AND (s.id IS NULL OR EXISTS (
            SELECT 1 FROM "SessionPresence" p WHERE p."attendanceId" = a.id AND p."sessionId" = s.id)))), '[]') AS seats,
      s.topic AS "sessionTopic",
      o."areaCode",
      (SELECT array_agg(DISTINCT left(w."villageCode", 10)) FROM "WorkingArea" w WHERE w."puskesmasId" = o.id) AS villages
    FROM "Meeting" m JOIN "Organisation" o ON o.id = m."hostId"
    LEFT JOIN LATERAL (SELECT x.id, x.topic FROM "TrainingSession" x WHERE x."meetingId" = m.id AND ${isOpenSql("x")}
      ORDER BY ${nearestFirstSql("x")} LIMIT 1) s ON true WHERE `,
};

/** The meeting behind a code that is shown now or was a moment ago; null for any other. */
export async function findByCode(code: string, now: Date): Promise<CheckInView | null> {
  const { rows } = await pool.query<ViewRow>({
    name: `${viewStatement.name}-key`,
    text: `${viewStatement.text} m."checkInKey" = $1`,
    values: [code.slice(0, 4)],
  });
  const view = rows[0] && viewOf(rows[0]);
  if (!view) return null;
  const step = Math.floor(now.getTime() / stepMs);
  const shown = Array.from({ length: graceSteps + 1 }, (_, back) => turningPart(view.meetingId, step - back));
  return shown.includes(code.slice(4)) ? view : null;
}

export function newTicket(meetingId: string, now: Date): string {
  const until = now.getTime() + ticketMs;
  return `${meetingId}.${until}.${sign(`tiket ${meetingId} ${until}`).toString("base64url")}`;
}

/** The meeting of a ticket that is genuine and not too old; null for any other. */
export async function findByTicket(ticket: string, now: Date): Promise<CheckInView | null> {
  const [meetingId = "", until = "", signature = ""] = ticket.split(".");
  const given = Buffer.from(signature, "base64url");
  const right = sign(`tiket ${meetingId} ${until}`);
  if (given.length !== right.length || !timingSafeEqual(given, right) || Number(until) < now.getTime()) return null;
  const { rows } = await pool.query<ViewRow>({
    name: `${viewStatement.name}-id`,
    text: `${viewStatement.text} m.id = $1`,
    values: [meetingId],
  });
  return rows[0] ? viewOf(rows[0]) : null;
}

function viewOf({ areaCode, villages, ...view }: ViewRow): CheckInView {
  return { ...view, areaWords: areaWordsOf(areaCode, villageKindsOf(villages ?? [])) };
}

export type CheckInPerson =
  | { kind: "invitee"; invitationId: string }
  | { kind: "delegate"; invitationId: string; name: string; title: string; institution: string | null }
  | { kind: "guest"; id: string; name: string; title: string; institution: string };

/** With the code anybody could fill the roll with names. */
const mostGuestsWaiting = 300;

export type CheckedIn = "made" | "already" | "withdrawn" | "closed" | "full";

const checkInStatement = {
  name: "check-in-write",
  // The meeting is locked before the invitation, in the order of a withdrawal.
  text: `
    WITH running AS (SELECT id, "hostId", CASE WHEN now() <= coalesce("endsAt", "startsAt" + interval '12 hours') + interval '1 hour' THEN now() END AS arrival FROM "Meeting" WHERE id = $2 AND status = 'IN_PROGRESS' FOR SHARE),
    invited AS (SELECT i.* FROM running r JOIN "Invitation" i ON i.id = $3 AND i."meetingId" = r.id FOR KEY SHARE OF i),
    waiting AS (
      SELECT count(*) >= ${mostGuestsWaiting} AS "isFull" FROM "Attendance" WHERE $3::uuid IS NULL AND "meetingId" = $2
        AND "invitationId" IS NULL AND source = 'CODE' AND "confirmedAt" IS NULL
    ), made AS (
      INSERT INTO "Attendance" (id, "meetingId", "invitationId", status, name, title, institution,
        "representedName", "representedTitle", "representedInstitution", "arrivedAt", source)
      SELECT coalesce($3::uuid, $1::uuid), r.id, i.id, $4::"AttendanceStatus",
        CASE WHEN $4 = 'REPRESENTED' OR i.id IS NULL THEN $5 ELSE i."holderName" END,
        CASE WHEN $4 = 'REPRESENTED' OR i.id IS NULL THEN $6 ELSE i.title END,
        CASE WHEN i.id IS NULL THEN $7 ELSE coalesce($7, i.institution) END,
        CASE WHEN $4 = 'REPRESENTED' THEN i."holderName" END, CASE WHEN $4 = 'REPRESENTED' THEN i.title END,
        CASE WHEN $4 = 'REPRESENTED' THEN i.institution END, r.arrival, 'CODE'
      FROM running r CROSS JOIN waiting w LEFT JOIN invited i ON true WHERE NOT w."isFull" AND ($3::uuid IS NULL OR i.id IS NOT NULL)
        -- A guest's row may not take the id that the row of an invitation will have.
        AND ($3::uuid IS NOT NULL OR NOT EXISTS (SELECT 1 FROM "Invitation" x WHERE x.id = $1::uuid))
      ON CONFLICT DO NOTHING RETURNING id, name, title, institution
    ), noted AS (
      INSERT INTO "Event" ("organisationId", "meetingId", actor, "onBehalfOf", action, "subjectType", "subjectId", data)
      SELECT r."hostId", r.id, coalesce(a.name, a.title), 'kode di layar', 'attendance.checked-in', 'attendance', a.id,
        jsonb_build_object('name', a.name, 'title', a.title, 'institution', a.institution)
      FROM made a, running r
    ), session AS (
      SELECT s.id, s.topic FROM running r JOIN "TrainingSession" s ON s."meetingId" = r.id
      WHERE ${isOpenSql("s")} ORDER BY ${nearestFirstSql("s")} LIMIT 1
    ), own AS (
      SELECT id, name, title FROM made UNION SELECT a.id, a.name, a.title FROM "Attendance" a JOIN running r ON r.id = a."meetingId"
      WHERE a."invitationId" = (SELECT id FROM invited) OR ($3::uuid IS NULL AND a.id = $1::uuid)
    ), present AS (
      INSERT INTO "SessionPresence" ("sessionId", "attendanceId", status, "arrivedAt", source)
      SELECT s.id, o.id, 'PRESENT', now(), 'CODE' FROM session s CROSS JOIN own o ON CONFLICT DO NOTHING
      RETURNING "attendanceId"
    ), reported AS (
      INSERT INTO "Event" ("organisationId", "meetingId", actor, "onBehalfOf", action, "subjectType", "subjectId", data)
      SELECT r."hostId", r.id, coalesce(o.name, o.title), 'kode di layar', 'session-attendance.reported',
        'training-session', s.id, jsonb_build_object('topic', s.topic, 'name', o.name, 'title', o.title)
      FROM present p JOIN own o ON o.id = p."attendanceId" CROSS JOIN session s CROSS JOIN running r
    )
    SELECT (SELECT count(*) FROM running)::int AS running,
      (SELECT count(*) FROM made)::int + (SELECT count(*) FROM present)::int AS made,
      $3::uuid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM invited) AS "isWithdrawn", (SELECT "isFull" FROM waiting) AS "isFull"`,
};

type CheckInRow = { running: number; made: number; isWithdrawn: boolean; isFull: boolean };

/**
 * @returns "made"; "already" on the roll; "withdrawn" invitation; "closed" meeting; "full": too many guests wait for
 * confirmation
 */
export async function checkIn(meetingId: string, person: CheckInPerson): Promise<CheckedIn> {
  const isGuest = person.kind === "guest";
  const values = [
    isGuest ? person.id : randomUUID(),
    meetingId,
    isGuest ? null : person.invitationId,
    person.kind === "delegate" ? "REPRESENTED" : "PRESENT",
    person.kind === "invitee" ? null : person.name,
    person.kind === "invitee" ? null : person.title,
    person.kind === "invitee" ? null : person.institution,
  ];
  const { rows } = await inTurn(() => pool.query<CheckInRow>({ ...checkInStatement, values }));
  const [row] = rows;
  if (!row || row.running === 0) return "closed";
  if (row.made > 0) return "made";
  if (row.isWithdrawn) return "withdrawn";
  return row.isFull ? "full" : "already";
}
