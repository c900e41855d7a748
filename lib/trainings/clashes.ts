import type { Db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";

export type Clash = { staffId: string; meetingId: string; title: string; startsAt: Date; timeZone: string };

const dayHours = 8;

/**
 * Other trainings that somebody takes part in at the same hours. Sessions count where there are any, else the whole
 * meeting, eight hours where its end is open. A training he said no to, and one postponed or cancelled, counts not.
 */
export async function clashesOf(tx: Db, meetingId: string, staffIds: readonly string[]): Promise<Map<string, Clash[]>> {
  if (staffIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<Clash[]>`
    WITH other AS (
      SELECT DISTINCT p."staffId", m.id, m.title, m."startsAt", m."endsAt", m."timeZone"
      FROM "TrainingParticipant" p JOIN "Meeting" m ON m.id = p."meetingId"
      LEFT JOIN "Answer" a ON a."invitationId" = p."invitationId"
      WHERE p."staffId" = ANY(${[...staffIds]}::uuid[]) AND m.id <> ${meetingId}::uuid
        AND m.status IN ('DRAFT', 'SCHEDULED', 'IN_PROGRESS', 'CLOSED')
        AND (m.status <> 'DRAFT' OR m."hostId" = (SELECT h."hostId" FROM "Meeting" h WHERE h.id = ${meetingId}::uuid))
        AND a.choice IS DISTINCT FROM 'ABSENT'
    ), own AS (SELECT s.* FROM "Meeting" o CROSS JOIN LATERAL (${spansOf("o")}) s WHERE o.id = ${meetingId}::uuid)
    SELECT other."staffId", other.id AS "meetingId", other.title, other."startsAt", other."timeZone" FROM other
    WHERE EXISTS (SELECT 1 FROM own, LATERAL (${spansOf("other")}) t WHERE t.since < own.until AND own.since < t.until)
    ORDER BY other."startsAt"`;
  const clashes = new Map<string, Clash[]>();
  for (const row of rows) clashes.set(row.staffId, [...(clashes.get(row.staffId) ?? []), row]);
  return clashes;
}

/** When a meeting is held, over its columns. @param alias of "Meeting" */
function spansOf(alias: string): Prisma.Sql {
  const meeting = Prisma.raw(alias);
  return Prisma.sql`
    SELECT s."startsAt" AS since, s."endsAt" AS until FROM "TrainingSession" s WHERE s."meetingId" = ${meeting}.id
    UNION ALL
    SELECT ${meeting}."startsAt", coalesce(${meeting}."endsAt", ${meeting}."startsAt" + make_interval(hours => ${dayHours}))
    WHERE NOT EXISTS (SELECT 1 FROM "TrainingSession" n WHERE n."meetingId" = ${meeting}.id)`;
}
