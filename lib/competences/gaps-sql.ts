import type { Actor } from "@/lib/actor";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

/**
 * The statements `asked`, `worker` and `gap` of a WITH. `asked`: each puskesmas with what is required there of whom;
 * `worker`: who of them serves there today, and whether a certificate of his is in force; `gap`: both added up.
 * @param competenceId only this one
 */
export function gapsSql(actor: Actor, today: string, competenceId?: string): Prisma.Sql {
  const only = competenceId ? Prisma.sql`AND c.id = ${competenceId}::uuid` : Prisma.empty;
  return Prisma.sql`
    asked AS MATERIALIZED (
      SELECT p.id AS "officeId", p.name AS office, c.id AS "competenceId", q.profession, q."leastStaff"
      FROM "Competence" c
      JOIN "CompetenceProfession" q ON q."competenceId" = c.id
      JOIN "Organisation" p ON p."pathIds" @> ARRAY[c."organisationId"] AND p.kind = 'PUSKESMAS'
      WHERE c."archivedAt" IS NULL AND ${organisationsWithinSql(actor, "p")} ${only}
    ), worker AS MATERIALIZED (
      SELECT a."officeId", a."competenceId", a.profession, m.id, m.name, t.status, t."endsOn",
        held.until IS NOT NULL AS "isHeld", NULLIF(held.until, 'infinity'::date) AS "heldUntil"
      FROM asked a
      JOIN "StaffPlacement" t ON t."organisationId" = a."officeId" AND t."startsOn" <= ${today}::date
        AND (t."endsOn" IS NULL OR t."endsOn" >= ${today}::date)
      JOIN "StaffMember" m ON m.id = t."staffId" AND m.profession = a.profession
      LEFT JOIN LATERAL (
        SELECT max(f.until) AS until FROM (
          SELECT coalesce(c."expiresOn", 'infinity'::date) AS until FROM "Certificate" c
          JOIN "TrainingCompetence" w ON w."meetingId" = c."meetingId" AND w."competenceId" = a."competenceId"
          WHERE c."staffId" = m.id AND c."withdrawnAt" IS NULL AND (c."expiresOn" IS NULL OR c."expiresOn" >= ${today}::date)
          UNION ALL
          SELECT coalesce(o."expiresOn", 'infinity'::date) FROM "OutsideCertificate" o
          WHERE o."staffId" = m.id AND o."competenceId" = a."competenceId"
            AND (o."expiresOn" IS NULL OR o."expiresOn" >= ${today}::date)
        ) f
      ) held ON true
    ), gap AS MATERIALIZED (
      SELECT a.*, coalesce(n.staff, 0) AS staff, coalesce(n.held, 0) AS held,
        CASE WHEN a."leastStaff" IS NULL THEN coalesce(n.staff, 0) - coalesce(n.held, 0)
          ELSE GREATEST(a."leastStaff" - coalesce(n.held, 0), 0) END AS missing
      FROM asked a LEFT JOIN (
        SELECT w."officeId", w."competenceId", w.profession, count(*)::int AS staff,
          (count(*) FILTER (WHERE w."isHeld"))::int AS held
        FROM worker w GROUP BY w."officeId", w."competenceId", w.profession
      ) n USING ("officeId", "competenceId", profession)
    )`;
}
