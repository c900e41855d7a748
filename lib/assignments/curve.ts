import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { dayOf } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";
import type { PlacementEnd } from "@/prisma/generated/enums";

export type CurveYear = {
  year: number;
  /** Who went on after 31 December; in the running year, who serves today. */
  inService: number;
  started: number;
  /** By reason; NONE: the term is over and nobody wrote down why. */
  ended: Partial<Record<PlacementEnd | "NONE", number>>;
};

export type Asked = { profession?: string | undefined; puskesmasId?: string | undefined };

type Row = { year: number; inService: number; started: number; ended: CurveYear["ended"] | null };

/**
 * Each year since the first assignment. A year's number is that of the year before, more who started, fewer who ended:
 * so a term that ends on 31 December has ended in that year, and one that ends today still runs.
 */
export async function readCurve(actor: Actor, { profession, puskesmasId }: Asked, now: Date): Promise<CurveYear[]> {
  const today = dayOf(now, actor.organisation.timeZone);
  const rows = await db.$queryRaw<Row[]>`
    WITH term AS (
      SELECT p."startsOn", p."endsOn", coalesce(p."endReason"::text, 'NONE') AS reason
      FROM "StaffPlacement" p
      JOIN "Organisation" o ON o.id = p."organisationId"
      JOIN "StaffMember" s ON s.id = p."staffId"
      WHERE p.status = 'SPECIAL_ASSIGNMENT' AND p."startsOn" <= ${today}::date AND ${organisationsWithinSql(actor, "o")}
        ${profession ? Prisma.sql`AND s.profession = ${profession}::"Profession"` : Prisma.empty}
        ${puskesmasId ? Prisma.sql`AND o.id = ${puskesmasId}::uuid` : Prisma.empty}
    ), years AS (
      SELECT year, make_date(year, 1, 1) AS first, make_date(year + 1, 1, 1) AS next,
        LEAST(make_date(year + 1, 1, 1), ${today}::date) AS upto
      FROM generate_series(
        (SELECT min(extract(year FROM "startsOn"))::int FROM term), extract(year FROM ${today}::date)::int
      ) AS year
    )
    SELECT y.year,
      (SELECT count(*)::int FROM term t
        WHERE t."startsOn" < y.next AND (t."endsOn" IS NULL OR t."endsOn" >= y.upto)) AS "inService",
      (SELECT count(*)::int FROM term t WHERE t."startsOn" >= y.first AND t."startsOn" < y.next) AS started,
      (SELECT jsonb_object_agg(e.reason, e.count) FROM (
        SELECT t.reason, count(*)::int AS count FROM term t
        WHERE t."endsOn" >= y.first AND t."endsOn" < y.upto GROUP BY t.reason
      ) e) AS ended
    FROM years y ORDER BY y.year`;
  return rows.map((row) => ({ ...row, ended: row.ended ?? {} }));
}

export function endedIn({ ended }: CurveYear): number {
  return Object.values(ended).reduce((sum, count) => sum + count, 0);
}
