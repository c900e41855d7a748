import { db } from "@/lib/db";
import { type Moment, monthBefore } from "@/lib/figures/months";
import { Prisma } from "@/prisma/generated/client";

/** One indicator over all desa of a row, added up as the whole of a puskesmas is (puskesmas-total.ts). */
export type OfficeSum = {
  rowId: string;
  indicatorId: string;
  value: number | null;
  total: number | null;
  denominator: number | null;
  counted: number;
  /** Months that desa told this year. */
  told: number;
  valueOfBoth: number | null;
  baseOfBoth: number | null;
  beforeOfBoth: number | null;
  baseBeforeOfBoth: number | null;
};

/** In one statement whatever the number of rows and indicators. @param rows selects id and "rowId" of each puskesmas */
export async function sumOffices(
  rows: Prisma.Sql,
  indicatorIds: readonly string[],
  moment: Moment,
): Promise<OfficeSum[]> {
  if (indicatorIds.length === 0) return [];
  const { year, month } = moment;
  const before = monthBefore(moment);
  const now = Prisma.sql`v.year = ${year} AND v.month = ${month}`;
  const then = Prisma.sql`v.year = ${before.year} AND v.month = ${before.month}`;
  return db.$queryRaw<OfficeSum[]>`
    WITH scope AS (${rows}), wanted AS (
      SELECT s."rowId", s.id AS puskesmas, w."villageCode", i.id AS indicator, i.form, i."isCumulative"
      FROM scope s JOIN "WorkingArea" w ON w."puskesmasId" = s.id
        CROSS JOIN (SELECT id, form, "isCumulative" FROM "Indicator" WHERE id = ANY(${[...indicatorIds]}::uuid[])) i
    ), told AS (
      SELECT v."puskesmasId", v."indicatorId", v."villageCode",
        max(v.value) FILTER (WHERE ${now}) AS value, max(v.denominator) FILTER (WHERE ${now}) AS denominator,
        max(v.value) FILTER (WHERE ${then}) AS before, max(v.denominator) FILTER (WHERE ${then}) AS "denominatorBefore",
        sum(v.value) FILTER (WHERE v.year = ${year}) AS sum, count(*) FILTER (WHERE v.year = ${year}) AS months
      FROM "IndicatorValue" v
      WHERE v."puskesmasId" IN (SELECT id FROM scope) AND v."indicatorId" = ANY(${[...indicatorIds]}::uuid[])
        AND v.year BETWEEN ${before.year} AND ${year} AND (v.year = ${year} AND v.month <= ${month} OR ${then})
      GROUP BY 1, 2, 3
    ), sasaran AS (
      SELECT d."puskesmasId", d."indicatorId", d."villageCode",
        max(d.value) FILTER (WHERE d.year = ${year}) AS now, max(d.value) FILTER (WHERE d.year = ${before.year}) AS before
      FROM "IndicatorDenominator" d
      WHERE d."puskesmasId" IN (SELECT id FROM scope) AND d."indicatorId" = ANY(${[...indicatorIds]}::uuid[])
        AND d.year BETWEEN ${before.year} AND ${year}
      GROUP BY 1, 2, 3
    ), each AS (
      SELECT w."rowId", w.indicator, w.form, w."isCumulative", t.value, t.before, t.months,
        CASE WHEN w."isCumulative" THEN t.sum ELSE t.value END AS shown,
        CASE WHEN w."isCumulative" THEN s.now ELSE coalesce(t.denominator, s.now) END AS base,
        CASE WHEN w."isCumulative" THEN s.before ELSE coalesce(t."denominatorBefore", s.before) END AS "baseBefore"
      FROM wanted w
      LEFT JOIN told t ON t."puskesmasId" = w.puskesmas AND t."indicatorId" = w.indicator AND t."villageCode" = w."villageCode"
      LEFT JOIN sasaran s ON s."puskesmasId" = w.puskesmas AND s."indicatorId" = w.indicator AND s."villageCode" = w."villageCode"
    ), marked AS (
      SELECT *, (form <> 'COVERAGE' OR base IS NOT NULL) AND shown IS NOT NULL AS counts,
        (form <> 'COVERAGE' OR base IS NOT NULL) AND shown IS NOT NULL AND value IS NOT NULL AND before IS NOT NULL AS twice
      FROM each
    )
    SELECT "rowId", indicator AS "indicatorId",
      ${combined(Prisma.sql`value`, Prisma.sql`counts`)} AS value,
      ${combined(Prisma.sql`shown`, Prisma.sql`counts`)} AS total,
      (CASE WHEN form = 'COVERAGE' THEN sum(base) FILTER (WHERE counts OR "isCumulative") END)::float8 AS denominator,
      count(*) FILTER (WHERE counts)::int AS counted, coalesce(sum(months), 0)::int AS told,
      ${combined(Prisma.sql`value`, Prisma.sql`twice`)} AS "valueOfBoth", (sum(base) FILTER (WHERE twice))::float8 AS "baseOfBoth",
      ${combined(Prisma.sql`before`, Prisma.sql`twice`)} AS "beforeOfBoth",
      (sum("baseBefore") FILTER (WHERE twice))::float8 AS "baseBeforeOfBoth"
    FROM marked GROUP BY "rowId", indicator, form, "isCumulative"`;
}

/** Percents are averaged, everything else is added up. */
function combined(what: Prisma.Sql, where: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`round(CASE WHEN form = 'PERCENT' THEN avg(${what}) FILTER (WHERE ${where}) ELSE sum(${what}) FILTER (WHERE ${where}) END, 2)::float8`;
}
