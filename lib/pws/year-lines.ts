import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { lastMonths, type Moment } from "@/lib/figures/months";
import { findPuskesmasInView } from "@/lib/indicators/reads";
import { percentOf, toHundredths } from "@/lib/pws/achievement";
import { targetLine } from "@/lib/pws/course";
import type { PwsColumn } from "@/lib/pws/pws";

type MonthSum = { indicatorId: string; month: number; value: number | null; base: number | null };

/** What the desa of a puskesmas told in each month of a year, by indicator; none where the actor may not look. */
export async function listMonthSums(
  actor: Actor,
  { puskesmasId, year, month }: Moment & { puskesmasId: string },
): Promise<MonthSum[]> {
  if (!(await findPuskesmasInView(actor, puskesmasId))) return [];
  return db.$queryRaw<MonthSum[]>`
    SELECT v."indicatorId", v.month, sum(coalesce(v.denominator, d.value))::float8 AS base,
      (CASE i.form
        WHEN 'PERCENT' THEN round(avg(v.value), 2)
        WHEN 'COUNT' THEN sum(v.value)
        ELSE sum(v.value) FILTER (WHERE d.value IS NOT NULL OR NOT i."isCumulative" AND v.denominator IS NOT NULL)
      END)::float8 AS value
    FROM "IndicatorValue" v
    JOIN "Indicator" i ON i.id = v."indicatorId"
    JOIN "WorkingArea" w ON w."puskesmasId" = v."puskesmasId" AND w."villageCode" = v."villageCode"
    LEFT JOIN "IndicatorDenominator" d ON d."puskesmasId" = v."puskesmasId" AND d.year = v.year
      AND d."indicatorId" = v."indicatorId" AND d."villageCode" = v."villageCode"
    WHERE v."puskesmasId" = ${puskesmasId}::uuid AND v.year = ${year} AND v.month <= ${month}
    GROUP BY v."indicatorId", v.month, i.form`;
}

export type YearLine = { points: (number | null)[]; targets: (number | null)[] };

/** The whole puskesmas in each month since January: what adds up added up, beside its target. */
export function yearLineOf(
  { indicator, total }: Pick<PwsColumn, "indicator" | "total">,
  sums: readonly MonthSum[],
  { year, month }: Moment,
): YearLine {
  const own = new Map(sums.filter(({ indicatorId }) => indicatorId === indicator.id).map((sum) => [sum.month, sum]));
  const months = lastMonths({ year, month }, month);
  let sum = 0;
  const points = months.map((moment) => {
    const told = own.get(moment.month);
    if (!told || told.value === null) return null;
    sum = toHundredths(sum + told.value);
    const value = indicator.isCumulative ? sum : told.value;
    return indicator.form === "COVERAGE"
      ? percentOf(value, indicator.isCumulative ? total.denominator : told.base)
      : value;
  });
  // The target of a COUNT is each desa's; the whole's is known of this month alone.
  return { points, targets: indicator.form === "COUNT" ? [] : targetLine(indicator, year, months) };
}
