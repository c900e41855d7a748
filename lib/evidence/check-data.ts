import { type Db, readRows } from "@/lib/db";
import type { Facts } from "@/lib/evidence/judge";
import type { OwnRule } from "@/lib/evidence/rules";
import { unreviewedCountOf } from "@/lib/follow-up/carry-over";
import { applicationCounts } from "@/lib/training-evaluations/training-sql";
import { Prisma } from "@/prisma/generated/client";

export type GatheredFacts = Facts & {
  hadir: number;
  diwakili: number;
  tidakHadir: number;
  /** What the host changed in the list of evidence. */
  ownRules: OwnRule[];
};

/**
 * Everything the checks ask about, of meetings a read has already narrowed to its actor: one statement, however many
 * meetings and checks.
 */
export async function gatherFacts(tx: Db, meetingIds: string[]): Promise<Map<string, GatheredFacts>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<GatheredFacts[]>(factsOf(Prisma.sql`unnest(${meetingIds}::uuid[]) AS wanted(id)`));
  return new Map(rows.map((facts) => [facts.id, facts]));
}

/** The same of one meeting, for its page. Not as a list of one: for lists of every length PostgreSQL plans anew each time. */
export async function readFacts(meetingId: string): Promise<GatheredFacts | undefined> {
  const [facts] = await readRows<GatheredFacts>(factsOf(Prisma.sql`(SELECT ${meetingId}::uuid AS id) AS wanted`));
  return facts;
}

const factsOf = (wanted: Prisma.Sql) => Prisma.sql`
    SELECT m.id, m."hostId", m.kind::text AS kind, m."typeKey", i.*, a.*, d.*, n.*, p.*, r.*, w.*, k.*, u.*, ${applicationCounts},
      (SELECT count(*)::int FROM "TrainingOpinion" e WHERE e."meetingId" = m.id) AS opinions,
      ${unreviewedCountOf(Prisma.sql`wanted.id`)} AS unreviewed
    FROM ${wanted} JOIN "Meeting" m ON m.id = wanted.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS invited,
             count(*) FILTER (WHERE w.choice = 'PRESENT')::int AS hadir,
             count(*) FILTER (WHERE w.choice = 'REPRESENTED')::int AS diwakili,
             count(*) FILTER (WHERE w.choice = 'ABSENT')::int AS "tidakHadir",
             (count(coalesce(e."handedOutAt", w."answeredAt")) FILTER (WHERE e."holderLeftAt" IS NULL))::int AS "handedOut"
      FROM "Invitation" e
      LEFT JOIN LATERAL (SELECT choice, "answeredAt" FROM "Answer" WHERE "invitationId" = e.id LIMIT 1) w ON true
      WHERE e."meetingId" = m.id
    ) i
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE e.status IN ('PRESENT', 'REPRESENTED') AND e."confirmedAt" IS NOT NULL)::int AS present
      FROM "Attendance" e WHERE e."meetingId" = m.id
    ) a
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE e.kind = 'ATTENDANCE_SCAN')::int AS scans,
             count(*) FILTER (WHERE e.kind = 'MEETING_PHOTO')::int AS photos
      FROM "Document" e WHERE e."meetingId" = m.id AND e.kind IN ('ATTENDANCE_SCAN', 'MEETING_PHOTO')
    ) d
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS notes,
             count(*) FILTER (WHERE e.section = 'PROBLEMS')::int AS permasalahan,
             count(*) FILTER (WHERE e.section = 'OBSTACLES')::int AS hambatan,
             count(*) FILTER (WHERE e.section = 'RECOMMENDATIONS')::int AS rekomendasi,
             count(*) FILTER (WHERE e.section = 'DECISIONS')::int AS keputusan,
             count(*) FILTER (WHERE e.section = 'QUESTIONS')::int AS "tanyaJawab"
      FROM "Note" e
      WHERE e."meetingId" = m.id AND e."deletedAt" IS NULL AND (btrim(e.text) <> '' OR btrim(coalesce(e.answer, '')) <> '')
    ) n
    CROSS JOIN LATERAL (SELECT count(*)::int AS problems FROM "Problem" e WHERE e."meetingId" = m.id) p
    CROSS JOIN LATERAL (SELECT count(*)::int AS items FROM "ActionItem" e WHERE e."meetingId" = m.id) r
    CROSS JOIN LATERAL (SELECT count(*)::int AS reviewed FROM "ItemReview" e WHERE e."meetingId" = m.id) w
    CROSS JOIN LATERAL (
      SELECT coalesce(json_object_agg(e.key, json_build_object(
        'note', e.note, 'tickedBy', e."tickedBy", 'tickedAt', e."tickedAt")), '{}') AS ticks
      FROM "MeetingEvidence" e WHERE e."meetingId" = m.id
    ) k
    CROSS JOIN LATERAL (
      SELECT coalesce(json_agg(e), '[]') AS "ownRules" FROM "EvidenceRule" e WHERE e."organisationId" = m."hostId"
    ) u`;
