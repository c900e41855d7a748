import type { Actor } from "@/lib/actor";
import { soonUntil } from "@/lib/assignments/rules";
import type { Office } from "@/lib/matrix/office";
import { standardProfessions } from "@/lib/staff/professions";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

export type Asked = { today: string; isEach?: boolean };

/**
 * The statements `scope` and `cell` of a WITH: each puskesmas below an office that the actor may see, and of each the
 * professions of its standard with the staff in service. The standard is that of the nearest office that set one.
 * @param isEach each puskesmas in a row of its own, not in that of the office below
 */
export function cellsSql(actor: Actor, office: Office, { today, isEach = false }: Asked): Prisma.Sql {
  const whole: Actor = { ...actor, within: null, organisation: { ...actor.organisation, ...office } };
  const rowId = isEach
    ? Prisma.sql`p.id`
    : Prisma.sql`p."pathIds"[array_position(p."pathIds", ${office.id}::uuid) + 1]`;
  return Prisma.sql`
    scope AS MATERIALIZED (
      SELECT p.id, p.name, p."parentId", ${rowId} AS "rowId", (
        SELECT above.id FROM unnest(p."pathIds") WITH ORDINALITY AS above(id, place)
        WHERE EXISTS (SELECT 1 FROM "StaffingStandard" e WHERE e."organisationId" = above.id)
        ORDER BY above.place DESC LIMIT 1
      ) AS "standardOf"
      FROM "Organisation" p
      WHERE p.kind = 'PUSKESMAS' AND ${organisationsWithinSql(whole, "p")} AND ${organisationsWithinSql(actor, "p")}
    ), need AS (
      SELECT s.id, s."rowId", e.profession, e.least
      FROM scope s JOIN "StaffingStandard" e ON e."organisationId" = s."standardOf" WHERE e.least > 0
      UNION ALL
      SELECT s.id, s."rowId", d.profession, 1
      FROM scope s CROSS JOIN unnest(${[...standardProfessions]}::"Profession"[]) AS d(profession)
      WHERE s."standardOf" IS NULL
    ), have AS (
      SELECT t."organisationId", m.profession, count(*)::int AS staff,
        (count(*) FILTER (WHERE t.status = 'SPECIAL_ASSIGNMENT'))::int AS assigned,
        (count(*) FILTER (WHERE t.status = 'SPECIAL_ASSIGNMENT' AND t."endsOn" <= ${soonUntil(today)}::date))::int AS ending
      FROM "StaffPlacement" t JOIN "StaffMember" m ON m.id = t."staffId"
      WHERE t."startsOn" <= ${today}::date AND (t."endsOn" IS NULL OR t."endsOn" >= ${today}::date)
        AND t."organisationId" IN (SELECT id FROM scope)
      GROUP BY t."organisationId", m.profession
    ), cell AS MATERIALIZED (
      SELECT n.id, n."rowId", n.profession, n.least, coalesce(h.staff, 0) AS staff,
        coalesce(h.assigned, 0) AS assigned, coalesce(h.ending, 0) AS ending
      FROM need n LEFT JOIN have h ON h."organisationId" = n.id AND h.profession = n.profession
    )`;
}
