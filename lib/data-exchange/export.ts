import { type Actor, NotAllowed } from "@/lib/actor";
import type { DataValue } from "@/lib/data-exchange/file";
import { monthsWithin, periodOf } from "@/lib/data-exchange/periods";
import { db } from "@/lib/db";
import { canEnterForPuskesmas } from "@/lib/indicators/rules";
import { organisationsWithinSql } from "@/lib/within-sql";

type Row = {
  dataElement: string;
  categoryOptionCombo: string;
  orgUnit: string;
  year: number;
  month: number;
  value: number;
  storedBy: string;
  lastUpdated: Date;
};

const mostValues = 100_000;

/**
 * The mapped values of 202601, 2026Q1 or 2026, a value a month. Of a whole puskesmas its desa together, where they
 * reported, else what the actor's office told. What several data elements add up to cannot be taken apart again.
 * @returns null for a period that cannot be read
 */
export async function exportDataValues(actor: Actor, period: string): Promise<DataValue[] | null> {
  if (!canEnterForPuskesmas(actor)) throw new NotAllowed(actor, "export data values");
  const span = monthsWithin(period);
  if (!span) return null;
  const own = actor.organisation.id;
  const rows = await db.$queryRaw<Row[]>`
    WITH element AS (
      SELECT min("dataElement") AS "dataElement", min("categoryOptionCombo") AS "categoryOptionCombo", "indicatorId", part
      FROM "MappedDataElement" WHERE "organisationId" = ${own}::uuid
      GROUP BY "indicatorId", part HAVING count(*) = 1
    ), unit AS (
      SELECT u.* FROM "MappedOrgUnit" u JOIN "Organisation" o ON o.id = u."puskesmasId"
      WHERE u."organisationId" = ${own}::uuid AND ${organisationsWithinSql(actor, "o")}
    ), told AS (
      SELECT u."orgUnit", v."indicatorId", v.year, v.month, v.value, v.denominator, coalesce(s.name, o.name) AS "storedBy",
        v."enteredAt" AS "lastUpdated"
      FROM unit u JOIN "IndicatorValue" v ON v."puskesmasId" = u."puskesmasId" AND v."villageCode" = u."villageCode"
      JOIN "Organisation" o ON o.id = u."puskesmasId" LEFT JOIN "Organisation" s ON s.id = v."sourceId"
      WHERE v.year = ${span.year} AND v.month BETWEEN ${span.from} AND ${span.to}
      UNION ALL
      SELECT u."orgUnit", x."indicatorId", x.year, x.month, x.value, x.denominator, o.name, x.at
      FROM unit u JOIN "Organisation" o ON o.id = u."puskesmasId" CROSS JOIN LATERAL (
        SELECT v."indicatorId", v.year, v.month, sum(v.denominator)::int AS denominator, max(v."enteredAt") AS at,
          CASE WHEN d.form = 'PERCENT' THEN round(avg(v.value), 2) ELSE sum(v.value) END AS value
        FROM "IndicatorValue" v JOIN "Indicator" d ON d.id = v."indicatorId"
        WHERE v."puskesmasId" = u."puskesmasId" AND v.year = ${span.year} AND v.month BETWEEN ${span.from} AND ${span.to}
        GROUP BY 1, 2, 3, d.form
      ) x WHERE u."villageCode" IS NULL
      UNION ALL
      SELECT u."orgUnit", v."indicatorId", v.year, v.month, v.value, v.denominator, v."enteredBy", v."enteredAt"
      FROM unit u JOIN "PuskesmasValue" v ON v."puskesmasId" = u."puskesmasId" AND v."sourceId" = ${own}::uuid
      WHERE u."villageCode" IS NULL AND v.year = ${span.year} AND v.month BETWEEN ${span.from} AND ${span.to}
        AND NOT EXISTS (SELECT 1 FROM "IndicatorValue" w WHERE w."puskesmasId" = v."puskesmasId" AND w.year = v.year
          AND w."indicatorId" = v."indicatorId" AND w.month = v.month)
    )
    SELECT e."dataElement", e."categoryOptionCombo", t."orgUnit", t.year, t.month, t."storedBy", t."lastUpdated",
      (CASE WHEN e.part = 'NUMERATOR' THEN t.value ELSE t.denominator END)::float8 AS value
    FROM told t JOIN element e ON e."indicatorId" = t."indicatorId"
    WHERE e.part = 'NUMERATOR' OR t.denominator IS NOT NULL
    ORDER BY t.year, t.month, e."dataElement", t."orgUnit" LIMIT ${mostValues}`;
  return rows.map(({ categoryOptionCombo, year, month, value, lastUpdated, ...row }) => ({
    ...row,
    ...(categoryOptionCombo ? { categoryOptionCombo } : {}),
    period: periodOf({ year, month }),
    value: String(value),
    // Without a zone, as a DHIS2 writes it.
    lastUpdated: lastUpdated.toISOString().replace("Z", ""),
    ...{ comment: "", followup: false, deleted: false },
  }));
}
