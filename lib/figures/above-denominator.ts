import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";

/** More reached than there are: allowed, and worth a second look. `month` is null for a year added up. */
export type AboveDenominator = {
  indicatorId: string;
  indicator: string;
  villageCode: string;
  village: string;
  month: number | null;
  value: number;
  /** Null for a percent that was typed. */
  base: number | null;
};

const mostShown = 50;

export async function listAboveDenominator(
  actor: Actor,
  puskesmasId: string,
  year: number,
  indicatorIds: readonly string[],
): Promise<AboveDenominator[]> {
  const ids = indicatorIds.filter(isId);
  const isVisible =
    isId(puskesmasId) &&
    (await db.organisation.count({ where: { AND: [{ id: puskesmasId }, organisationsWithin(actor)] } })) > 0;
  if (!isVisible || ids.length === 0) return [];
  return db.$queryRaw<AboveDenominator[]>`
    WITH reported AS (
      SELECT v."indicatorId", v."villageCode", CASE WHEN i."isCumulative" THEN NULL ELSE v.month END AS month,
             bool_and(i.form = 'PERCENT') AS "isPercent",
             sum(v.value)::float8 AS value,
             CASE WHEN bool_and(i."isCumulative") THEN max(d.value) ELSE max(coalesce(v.denominator, d.value)) END AS base
      FROM "IndicatorValue" v
      JOIN "Indicator" i ON i.id = v."indicatorId" AND i.form IN ('COVERAGE', 'PERCENT')
      LEFT JOIN "IndicatorDenominator" d ON d."puskesmasId" = v."puskesmasId" AND d.year = v.year
        AND d."indicatorId" = v."indicatorId" AND d."villageCode" = v."villageCode"
      WHERE v."puskesmasId" = ${puskesmasId}::uuid AND v.year = ${year} AND v."indicatorId" = ANY(${ids}::uuid[])
      GROUP BY 1, 2, 3
    )
    SELECT r."indicatorId", i.name AS indicator, r."villageCode", a.name AS village, r.month, r.value,
           CASE WHEN NOT r."isPercent" THEN r.base END AS base
    FROM reported r JOIN "Indicator" i ON i.id = r."indicatorId" JOIN "Area" a ON a.code = r."villageCode"
    WHERE r.value > CASE WHEN r."isPercent" THEN 100 ELSE r.base END
    ORDER BY i.position, i.name, r."villageCode", r.month
    LIMIT ${mostShown}`;
}
