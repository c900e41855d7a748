import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { cellsSql } from "@/lib/matrix/cells-sql";
import { readOnce } from "@/lib/matrix/kept-reads";
import type { Office } from "@/lib/matrix/office";
import { type Cell, type Matrix, type MatrixRow, noPlan, type PlanCounts, type SectorCounts } from "@/lib/matrix/rows";
import { countPuskesmas, type Scope, scopeOf } from "@/lib/matrix/scope-sql";
import { keptSource, liveSource, mostLive, type Source } from "@/lib/matrix/source";
import { columnKeys } from "@/lib/matrix/states";
import { dayOf } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";
import type { Sector } from "@/prisma/generated/enums";

type Row = Pick<MatrixRow, "id" | "name" | "areaCode" | "puskesmas" | "open" | "overdue" | "ageDays"> & {
  oldestOn: Date | null;
  lastActiveAt: Date | null;
};
type CellRow = Cell & { rowId: string; place: number };
type PlanRow = PlanCounts & { rowId: string; quarter: number };
type SectorRow = SectorCounts & { rowId: string | null; quarter: number | null; sector: Sector | null };

/**
 * The year of every row of an office's matrix, in four statements whatever its size. Many puskesmas are not counted anew
 * but read from what is kept of them.
 */
export async function findMatrix(actor: Actor, office: Office, year: number, now: Date): Promise<Matrix> {
  const today = dayOf(now, actor.organisation.timeZone);
  const scope = scopeOf(actor, office);
  if ((await countPuskesmas(actor, office)) <= mostLive) return readMatrix(scope, liveSource(today), year, today);
  return readOnce(actor, office, { year, today }, () => readMatrix(scope, keptSource, year, today));
}

export async function readMatrix(scope: Scope, source: Source, year: number, today: string): Promise<Matrix> {
  const [rows, cells, plan, sectors] = await Promise.all([
    db.$queryRaw<Row[]>(rowsSql(scope, source)),
    db.$queryRaw<CellRow[]>(cellsSql(scope.rows, source.periods(scope.ids, year), year, today)),
    db.$queryRaw<PlanRow[]>(planSql(scope, source, year)),
    db.$queryRaw<SectorRow[]>(sectorsSql(scope, source, year)),
  ]);
  const cellsOf = grouped(cells);
  const planOf = grouped(plan);
  const cameOf = grouped(sectors);
  return {
    puskesmas: rows.reduce((sum, row) => sum + row.puskesmas, 0),
    rows: rows.map((row) => ({
      ...row,
      cells: inColumns(cellsOf.get(row.id) ?? []),
      plan: inQuarters(planOf.get(row.id) ?? []),
      attendance: sumOf(cameOf.get(row.id)),
    })),
    sectors: sectors.flatMap(({ rowId, quarter, sector, ...counts }) =>
      rowId === null && quarter !== null && sector !== null ? [{ quarter, sector, ...counts }] : [],
    ),
  };
}

function sumOf(rows: readonly SectorRow[] | undefined): SectorCounts {
  const { invited = 0, came = 0, represented = 0 } = rows?.[0] ?? {};
  return { invited, came, represented };
}

function rowsSql({ rows, ids }: Scope, source: Source): Prisma.Sql {
  return Prisma.sql`
    WITH scope AS (${rows}), sums AS (
      SELECT s."rowId", count(*)::int AS puskesmas, coalesce(sum(c.open), 0)::int AS open,
        coalesce(sum(c.overdue), 0)::int AS overdue, coalesce(sum(c."ageDays"), 0)::float8 AS "ageDays",
        min(c."oldestOn") AS "oldestOn", max(c."lastActiveAt") AS "lastActiveAt"
      FROM scope s LEFT JOIN (${source.current(ids)}) c ON c."puskesmasId" = s.id
      GROUP BY s."rowId"
    )
    SELECT o.id, o.name, o."areaCode", r.puskesmas, r.open, r.overdue, r."ageDays", r."oldestOn", r."lastActiveAt"
    FROM sums r JOIN "Organisation" o ON o.id = r."rowId" ORDER BY o.name, o.id`;
}

function planSql({ rows, ids }: Scope, source: Source, year: number): Prisma.Sql {
  return Prisma.sql`
    WITH scope AS (${rows})
    SELECT s."rowId", f.quarter, sum(f."inTime")::int AS "inTime", sum(f.late)::int AS late,
      sum(f.overdue)::int AS overdue, sum(f.pending)::int AS pending
    FROM (${source.plan(ids, year)}) f JOIN scope s ON s.id = f."puskesmasId" GROUP BY s."rowId", f.quarter`;
}

function sectorsSql({ rows, ids }: Scope, source: Source, year: number): Prisma.Sql {
  return Prisma.sql`
    WITH scope AS (${rows})
    SELECT s."rowId", f.quarter, f.sector::text AS sector, sum(f.invited)::int AS invited, sum(f.came)::int AS came,
      sum(f.represented)::int AS represented
    FROM (${source.sectors(ids, year)}) f JOIN scope s ON s.id = f."puskesmasId"
    GROUP BY GROUPING SETS ((s."rowId"), (f.quarter, f.sector))`;
}

function grouped<T extends { rowId: string | null }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    if (row.rowId === null) continue;
    const group = groups.get(row.rowId);
    if (group) group.push(row);
    else groups.set(row.rowId, [row]);
  }
  return groups;
}

function inColumns(cells: readonly CellRow[]): Cell[] {
  const placed = new Map(cells.map(({ rowId: _, place, ...cell }) => [place, cell]));
  return columnKeys.flatMap((_, place) => placed.get(place) ?? []);
}

function inQuarters(rows: readonly PlanRow[]): PlanCounts[] {
  return [1, 2, 3, 4].map((quarter) => {
    const { inTime, late, overdue, pending } = rows.find((row) => row.quarter === quarter) ?? noPlan;
    return { inTime, late, overdue, pending };
  });
}
