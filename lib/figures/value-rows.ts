import type { Db } from "@/lib/db";

export type ValueKey = { indicatorId: string; villageCode: string; year: number; month: number };
export type ValueRow = ValueKey & { value: number; denominator: number | null };

const rowsPerStatement = 5000;

export async function readValues(
  tx: Db,
  puskesmasId: string,
  keys: readonly ValueKey[],
): Promise<Map<string, ValueRow>> {
  const found = new Map<string, ValueRow>();
  for (let from = 0; from < keys.length; from += rowsPerStatement) {
    const wanted = keys.slice(from, from + rowsPerStatement).map(recordOf);
    const rows = await tx.$queryRaw<ValueRow[]>`
      SELECT v."indicatorId", v."villageCode", v.year, v.month, v.value::float8 AS value, v.denominator
      FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS r(i uuid, c text, y int, m int)
      JOIN "IndicatorValue" v ON v."puskesmasId" = ${puskesmasId}::uuid AND v.year = r.y AND v."indicatorId" = r.i
        AND v."villageCode" = r.c AND v.month = r.m`;
    for (const row of rows) found.set(valuePlace(row), row);
  }
  return found;
}

export function valuePlace({ indicatorId, villageCode, year, month }: ValueKey): string {
  return `${indicatorId} ${villageCode} ${year} ${month}`;
}

/** @param sourceId who tells it, where that is not the puskesmas */
export async function writeValues(
  tx: Db,
  puskesmasId: string,
  rows: readonly ValueRow[],
  sourceId: string | null = null,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement) {
    const written = rows
      .slice(from, from + rowsPerStatement)
      .map((row) => ({ ...recordOf(row), v: row.value, d: row.denominator }));
    await tx.$executeRaw`
      INSERT INTO "IndicatorValue" ("puskesmasId", "indicatorId", "villageCode", year, month, value, denominator, "sourceId")
      SELECT ${puskesmasId}::uuid, r.i, r.c, r.y, r.m, r.v, r.d, ${sourceId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
        AS r(i uuid, c text, y int, m int, v numeric, d int)
      ON CONFLICT ("puskesmasId", year, "indicatorId", "villageCode", month)
        DO UPDATE SET value = excluded.value, denominator = excluded.denominator,
          "sourceId" = excluded."sourceId", "enteredAt" = now()`;
  }
}

export async function deleteValues(tx: Db, puskesmasId: string, keys: readonly ValueKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.$executeRaw`
    DELETE FROM "IndicatorValue" v
    USING jsonb_to_recordset(${JSON.stringify(keys.map(recordOf))}::jsonb) AS r(i uuid, c text, y int, m int)
    WHERE v."puskesmasId" = ${puskesmasId}::uuid AND v.year = r.y AND v."indicatorId" = r.i
      AND v."villageCode" = r.c AND v.month = r.m`;
}

function recordOf({ indicatorId, villageCode, year, month }: ValueKey) {
  return { i: indicatorId, c: villageCode, y: year, m: month };
}
