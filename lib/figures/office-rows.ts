import type { Db } from "@/lib/db";
import type { FigureOrigin } from "@/prisma/generated/enums";

export type OfficeKey = { puskesmasId: string; indicatorId: string; year: number; month: number };
export type OfficeRow = OfficeKey & { value: number; denominator: number | null };

const rowsPerStatement = 5000;

export function officePlace({ puskesmasId, indicatorId, year, month }: OfficeKey): string {
  return `${indicatorId} ${puskesmasId} ${year} ${month}`;
}

function recordOf({ puskesmasId, indicatorId, year, month }: OfficeKey) {
  return { p: puskesmasId, i: indicatorId, y: year, m: month };
}

export async function readOfficeRows(
  tx: Db,
  sourceId: string,
  keys: readonly OfficeKey[],
): Promise<Map<string, OfficeRow>> {
  const found = new Map<string, OfficeRow>();
  for (let from = 0; from < keys.length; from += rowsPerStatement) {
    const wanted = JSON.stringify(keys.slice(from, from + rowsPerStatement).map(recordOf));
    const rows = await tx.$queryRaw<OfficeRow[]>`
      SELECT v."puskesmasId", v."indicatorId", v.year, v.month, v.value::float8 AS value, v.denominator
      FROM jsonb_to_recordset(${wanted}::jsonb) AS r(p uuid, i uuid, y int, m int)
      JOIN "PuskesmasValue" v ON v."puskesmasId" = r.p AND v.year = r.y AND v."indicatorId" = r.i AND v.month = r.m
        AND v."sourceId" = ${sourceId}::uuid`;
    for (const row of rows) found.set(officePlace(row), row);
  }
  return found;
}

export type Told = OfficeKey & { value: number; source: string };

/** What others told of these months: other offices, and the desa of the puskesmas together. */
export async function readOthersRows(tx: Db, sourceId: string, keys: readonly OfficeKey[]): Promise<Told[]> {
  const told: Told[] = [];
  for (let from = 0; from < keys.length; from += rowsPerStatement) {
    const wanted = JSON.stringify(keys.slice(from, from + rowsPerStatement).map(recordOf));
    const rows = await tx.$queryRaw<Told[]>`
      WITH r AS (SELECT * FROM jsonb_to_recordset(${wanted}::jsonb) AS r(p uuid, i uuid, y int, m int))
      SELECT v."puskesmasId", v."indicatorId", v.year, v.month, v.value::float8 AS value, o.name AS source
      FROM r JOIN "PuskesmasValue" v ON v."puskesmasId" = r.p AND v.year = r.y AND v."indicatorId" = r.i
        AND v.month = r.m AND v."sourceId" <> ${sourceId}::uuid
      JOIN "Organisation" o ON o.id = v."sourceId"
      UNION ALL
      SELECT v."puskesmasId", v."indicatorId", v.year, v.month,
        (CASE WHEN d.form = 'PERCENT' THEN round(avg(v.value), 2) ELSE sum(v.value) END)::float8, 'jumlah desa'
      FROM r JOIN "IndicatorValue" v ON v."puskesmasId" = r.p AND v.year = r.y AND v."indicatorId" = r.i AND v.month = r.m
      JOIN "Indicator" d ON d.id = v."indicatorId"
      GROUP BY 1, 2, 3, 4, d.form`;
    told.push(...rows);
  }
  return told;
}

export type Teller = { sourceId: string; enteredBy: string; origin: FigureOrigin };

export async function writeOfficeRows(
  tx: Db,
  { sourceId, enteredBy, origin }: Teller,
  rows: readonly OfficeRow[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const written = rows
      .slice(from, from + rowsPerStatement)
      .map((row) => ({ ...recordOf(row), v: row.value, d: row.denominator }));
    await tx.$executeRaw`
      INSERT INTO "PuskesmasValue" ("puskesmasId", "indicatorId", year, month, "sourceId", value, denominator, origin, "enteredBy", "enteredAt")
      SELECT r.p, r.i, r.y, r.m, ${sourceId}::uuid, r.v, r.d, ${origin}::"FigureOrigin", ${enteredBy}, now()
      FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb) AS r(p uuid, i uuid, y int, m int, v numeric, d int)
      ON CONFLICT ("puskesmasId", year, "indicatorId", month, "sourceId") DO UPDATE
        SET value = excluded.value, denominator = excluded.denominator, origin = excluded.origin,
          "enteredBy" = excluded."enteredBy", "enteredAt" = excluded."enteredAt"`;
  }
}

export async function deleteOfficeRows(tx: Db, sourceId: string, keys: readonly OfficeKey[]): Promise<number> {
  if (keys.length === 0) return 0;
  return tx.$executeRaw`
    DELETE FROM "PuskesmasValue" v
    USING jsonb_to_recordset(${JSON.stringify(keys.map(recordOf))}::jsonb) AS r(p uuid, i uuid, y int, m int)
    WHERE v."puskesmasId" = r.p AND v.year = r.y AND v."indicatorId" = r.i AND v.month = r.m
      AND v."sourceId" = ${sourceId}::uuid`;
}
