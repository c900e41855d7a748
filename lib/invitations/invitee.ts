import { pool } from "@/lib/db";
import { type AnswerInput, answerColumns } from "@/lib/invitations/schema";
import type { WhenAndWhere } from "@/lib/meetings/changes";
import { inTurn } from "@/lib/write-turns";
import type { AnswerChoice, HolderPrefix, MeetingKind, MeetingStatus } from "@/prisma/generated/enums";

// The one page whose speed is measured against a bare server: one prepared statement to read, one to answer.
// Both start from the token's hash, which is all an invitee has; nothing else of the meeting is selected.

export type InviteeView = {
  title: string;
  institution: string;
  holderPrefix: HolderPrefix | null;
  holderName: string | null;
  meeting: {
    kind: MeetingKind;
    status: MeetingStatus;
    statusReason: string | null;
    title: string;
    startsAt: Date;
    endsAt: Date | null;
    timeZone: string;
    place: string;
    mapUrl: string | null;
    contactName: string | null;
    contactPhone: string | null;
    organisers: string[];
    agenda: { topic: string; minutes: number | null; presenter: string | null }[];
    sessions: { topic: string; startsAt: Date; endsAt: Date; room: string | null; speakers: string | null }[];
  };
  /** Files of a training, for who said that he comes. */
  materials: { id: string; name: string; size: number }[];
  answer: {
    choice: AnswerChoice;
    reason: string | null;
    delegateName: string | null;
    delegateTitle: string | null;
    delegateInstitution: string | null;
    answeredAt: Date;
    letters: string[];
  } | null;
  /** Time and place as the invitee last knew them; null when nothing changed since. */
  before: WhenAndWhere | null;
  openItems: { activity: string; deadline: string; percent: number }[];
  tests: number;
};

const findStatement = {
  name: "invitee-find",
  text: `
    SELECT i.title, i.institution, i."holderPrefix", i."holderName",
      m.kind, m.status, m."statusReason", m.title AS "meetingTitle", m."startsAt", m."endsAt", m."timeZone", m.place, m."mapUrl", m."contactName", m."contactPhone",
      (SELECT json_agg(o.name ORDER BY o.id <> m."hostId", o.name) FROM "MeetingOrganiser" g JOIN "Organisation" o ON o.id = g."puskesmasId"
        WHERE g."meetingId" = m.id AND g."agreedAt" IS NOT NULL) AS organisers,
      (SELECT json_agg(json_build_object('topic', l.topic, 'minutes', l.minutes, 'presenter', l.presenter) ORDER BY l.position)
        FROM "AgendaLine" l WHERE l."meetingId" = m.id) AS agenda,
      CASE WHEN m.kind = 'KALAKARYA' THEN (SELECT json_agg(json_build_object('topic', s.topic, 'startsAt', s."startsAt",
          'endsAt', s."endsAt", 'room', s.room, 'speakers', (SELECT string_agg(k.name, '; ' ORDER BY k.position)
            FROM "TrainingSpeaker" k WHERE k."sessionId" = s.id)) ORDER BY s.position)
        FROM "TrainingSession" s WHERE s."meetingId" = m.id) END AS sessions,
      CASE WHEN m.kind = 'KALAKARYA' AND a.choice IN ('PRESENT', 'REPRESENTED') AND m.status <> 'CANCELLED' THEN (
        SELECT json_agg(json_build_object('id', d.id, 'name', d.name, 'size', d.size) ORDER BY d."createdAt", d.id)
        FROM "Document" d WHERE d."meetingId" = m.id AND d.kind = 'TRAINING_MATERIAL') END AS materials,
      (SELECT json_agg(p) FROM (
        SELECT t.activity, t.deadline, t.percent FROM "ActionItem" t JOIN "Meeting" e ON e.id = t."meetingId"
        WHERE t."responsibleSeatId" = i."seatId" AND t.status IN ('NOT_STARTED', 'IN_PROGRESS') AND e.id <> m.id AND e."startsAt" < m."startsAt"
        ORDER BY t.deadline LIMIT 5) p) AS "openItems",
      CASE WHEN m.sequence > COALESCE(a.sequence, i."toldSequence", m.sequence) THEN (SELECT row_to_json(c) FROM (
        SELECT d."startsAt", d."endsAt", d.place FROM "MeetingChange" d
        WHERE d."meetingId" = m.id AND d.sequence > COALESCE(a.sequence, i."toldSequence") ORDER BY d.sequence LIMIT 1) c) END AS before,
      CASE WHEN a.choice = 'REPRESENTED' THEN (SELECT json_agg(f.name ORDER BY f."createdAt") FROM "Document" f
        WHERE f."invitationId" = i.id AND f.kind = 'DELEGATION_LETTER') END AS letters,
      CASE WHEN m.kind = 'KALAKARYA' THEN (SELECT count(*)::int FROM "TrainingParticipant" p
        JOIN "TrainingTest" x ON x."meetingId" = p."meetingId"
        WHERE p."invitationId" = i.id AND x."publishedAt" IS NOT NULL) ELSE 0 END AS tests,
      a.choice, a.reason, a."delegateName", a."delegateTitle", a."delegateInstitution", a."answeredAt"
    FROM "Invitation" i
    JOIN "Meeting" m ON m.id = i."meetingId"
    LEFT JOIN "Answer" a ON a."invitationId" = i.id
    WHERE i."tokenHash" = $1 AND m.status <> 'DRAFT'`,
};

const existsStatement = {
  name: "invitee-exists",
  text: `SELECT 1 FROM "Invitation" i JOIN "Meeting" m ON m.id = i."meetingId" WHERE i."tokenHash" = $1 AND m.status <> 'DRAFT'`,
};

export async function isInvited(tokenHash: string): Promise<boolean> {
  return (await pool.query({ ...existsStatement, values: [tokenHash] })).rows.length > 0;
}

/** The invitation behind a token's hash, or null: a wrong token and a withdrawn one look the same. */
export async function findInvitation(tokenHash: string): Promise<InviteeView | null> {
  const { rows } = await pool.query({ ...findStatement, values: [tokenHash] });
  const row = rows[0];
  if (!row) return null;
  return {
    title: row.title,
    institution: row.institution,
    holderPrefix: row.holderPrefix,
    holderName: row.holderName,
    meeting: {
      kind: row.kind,
      status: row.status,
      statusReason: row.statusReason,
      title: row.meetingTitle,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      timeZone: row.timeZone,
      place: row.place,
      mapUrl: row.mapUrl,
      contactName: row.contactName,
      contactPhone: row.contactPhone,
      organisers: row.organisers ?? [],
      agenda: row.agenda ?? [],
      sessions: (row.sessions ?? []).map((session: { startsAt: string; endsAt: string }) => ({
        ...session,
        startsAt: new Date(session.startsAt),
        endsAt: new Date(session.endsAt),
      })),
    },
    materials: row.materials ?? [],
    answer: row.choice
      ? {
          choice: row.choice,
          reason: row.reason,
          delegateName: row.delegateName,
          delegateTitle: row.delegateTitle,
          delegateInstitution: row.delegateInstitution,
          answeredAt: row.answeredAt,
          letters: row.letters ?? [],
        }
      : null,
    before: row.before && {
      startsAt: new Date(row.before.startsAt),
      endsAt: row.before.endsAt && new Date(row.before.endsAt),
      place: row.before.place,
    },
    openItems: row.openItems ?? [],
    tests: row.tests,
  };
}

const answerStatement = {
  name: "invitee-answer",
  // The same answer sent twice changes nothing and leaves one event. Who withdraws the invitation locks the meeting too:
  // an answer that waited for it fails by its foreign key, which costs less than a lock of the invitation for each.
  text: `
    WITH invited AS (
      SELECT i.id, i."organisationId", i.title, i.institution, m.id AS "meetingId", m.sequence
      FROM "Invitation" i JOIN "Meeting" m ON m.id = i."meetingId"
      WHERE i."tokenHash" = $1 AND m.status = 'SCHEDULED' AND m."startsAt" > now()
      FOR SHARE OF m
    ), answered AS (
      INSERT INTO "Answer" AS a ("invitationId", "organisationId", choice, reason, "delegateName", "delegateTitle", "delegateInstitution", "answeredAt", "recordedBy", sequence)
      SELECT id, "organisationId", $2::"AnswerChoice", $3, $4, $5, $6, now(), NULL, sequence FROM invited
      ON CONFLICT ("invitationId") DO UPDATE SET choice = excluded.choice, reason = excluded.reason, "delegateName" = excluded."delegateName",
        "delegateTitle" = excluded."delegateTitle", "delegateInstitution" = excluded."delegateInstitution",
        "delegatePersonId" = CASE WHEN (a."delegateName", a."delegateTitle", a."delegateInstitution")
          IS NOT DISTINCT FROM (excluded."delegateName", excluded."delegateTitle", excluded."delegateInstitution") THEN a."delegatePersonId" END,
        "answeredAt" = excluded."answeredAt", "recordedBy" = NULL, sequence = excluded.sequence
      WHERE (a.choice, a.reason, a."delegateName", a."delegateTitle", a."delegateInstitution", a."recordedBy", a.sequence)
        IS DISTINCT FROM (excluded.choice, excluded.reason, excluded."delegateName", excluded."delegateTitle", excluded."delegateInstitution", NULL, excluded.sequence)
      RETURNING a."invitationId"
    ), noted AS (
      INSERT INTO "Event" ("organisationId", "meetingId", actor, "onBehalfOf", action, "subjectType", "subjectId", data, "isNews")
      SELECT v."organisationId", v."meetingId", concat_ws(', ', v.title, v.institution), 'tautan pribadi',
        'invitation.answered', 'invitation', v.id, jsonb_build_object('choice', $2), true
      FROM invited v JOIN answered w ON w."invitationId" = v.id
    )
    SELECT 1 FROM invited`,
};

/** @returns false when the token is unknown or withdrawn, or the meeting takes no answers any more */
export async function answerInvitation(tokenHash: string, input: AnswerInput): Promise<boolean> {
  const { choice, reason, delegateName, delegateTitle, delegateInstitution } = answerColumns(input);
  const values = [tokenHash, choice, reason, delegateName, delegateTitle, delegateInstitution];
  try {
    const { rowCount } = await inTurn(() => pool.query({ ...answerStatement, values }));
    return (rowCount ?? 0) > 0;
  } catch (error) {
    if (isWithdrawn(error)) return false;
    throw error;
  }
}

function isWithdrawn(error: unknown): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === "Answer_invitationId_fkey";
}
