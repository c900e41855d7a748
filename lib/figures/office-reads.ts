import { type Actor, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { isYear } from "@/lib/indicators/rules";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";
import type { FigureOrigin } from "@/prisma/generated/enums";

export const puskesmasPerPage = 50;

export type ToldFigure = {
  sourceId: string;
  source: string;
  value: number;
  denominator: number | null;
  origin: FigureOrigin;
  enteredBy: string;
  enteredAt: Date;
};

/** One month of a puskesmas: its desa together, and what offices told of the whole. */
export type OfficeCell = {
  month: number;
  villages: { value: number; reported: number } | null;
  told: ToldFigure[];
};

export type OfficeLine = { puskesmas: { id: string; name: string }; cells: OfficeCell[] };

type Wanted = { year: number; indicatorId: string; page: number; onlyDiffering?: boolean };

export async function listOfficeFigures(actor: Actor, { year, indicatorId, page, onlyDiffering = false }: Wanted) {
  if (!isId(indicatorId) || !isYear(year)) return { lines: [], hasMore: false };
  const differing = onlyDiffering ? await differingPuskesmas(actor, year, indicatorId) : null;
  const puskesmas = await db.organisation.findMany({
    where: { AND: [{ kind: "PUSKESMAS" }, organisationsWithin(actor), differing ? { id: { in: differing } } : {}] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (page - 1) * puskesmasPerPage,
    take: puskesmasPerPage + 1,
    select: { id: true, name: true },
  });
  const shown = puskesmas.slice(0, puskesmasPerPage);
  const cells = await readCells(
    shown.map(({ id }) => id),
    year,
    indicatorId,
  );
  return {
    lines: shown.map((one): OfficeLine => ({ puskesmas: one, cells: cells.get(one.id) ?? [] })),
    hasMore: puskesmas.length > puskesmasPerPage,
  };
}

type VillageRow = { puskesmasId: string; month: number; value: number; reported: number };

async function readCells(ids: readonly string[], year: number, indicatorId: string) {
  const [sums, told] = await Promise.all([
    db.$queryRaw<VillageRow[]>`
      SELECT v."puskesmasId", v.month, count(*)::int AS reported,
        (CASE WHEN d.form = 'PERCENT' THEN round(avg(v.value), 2) ELSE sum(v.value) END)::float8 AS value
      FROM "IndicatorValue" v JOIN "Indicator" d ON d.id = v."indicatorId"
      WHERE v."puskesmasId" = ANY(${[...ids]}::uuid[]) AND v.year = ${year} AND v."indicatorId" = ${indicatorId}::uuid
      GROUP BY 1, 2, d.form`,
    db.puskesmasValue.findMany({
      where: { puskesmasId: { in: [...ids] }, year, indicatorId },
      orderBy: [{ month: "asc" }, { enteredAt: "asc" }],
      include: { source: { select: { name: true } } },
    }),
  ]);
  const cells = new Map<string, OfficeCell[]>();
  const cellAt = (puskesmasId: string, month: number) => {
    const ofPuskesmas = cells.get(puskesmasId) ?? [];
    cells.set(puskesmasId, ofPuskesmas);
    const known = ofPuskesmas.find((cell) => cell.month === month);
    if (known) return known;
    const fresh: OfficeCell = { month, villages: null, told: [] };
    ofPuskesmas.push(fresh);
    return fresh;
  };
  for (const { puskesmasId, month, value, reported } of sums) cellAt(puskesmasId, month).villages = { value, reported };
  for (const { source, value, ...row } of told)
    cellAt(row.puskesmasId, row.month).told.push({ ...row, source: source.name, value: value.toNumber() });
  return cells;
}

async function differingPuskesmas(actor: Actor, year: number, indicatorId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH told AS (
      SELECT v."puskesmasId", v.month, v.value FROM "PuskesmasValue" v
      JOIN "Organisation" o ON o.id = v."puskesmasId"
      WHERE v."indicatorId" = ${indicatorId}::uuid AND v.year = ${year} AND ${organisationsWithinSql(actor, "o")}
    ), villages AS (
      SELECT v."puskesmasId", v.month,
        CASE WHEN d.form = 'PERCENT' THEN round(avg(v.value), 2) ELSE sum(v.value) END AS value
      FROM "IndicatorValue" v JOIN "Indicator" d ON d.id = v."indicatorId"
      WHERE v."puskesmasId" IN (SELECT "puskesmasId" FROM told) AND v.year = ${year}
        AND v."indicatorId" = ${indicatorId}::uuid
      GROUP BY 1, 2, d.form
    ), every AS (SELECT * FROM told UNION ALL SELECT v.* FROM villages v WHERE EXISTS (
      SELECT 1 FROM told t WHERE t."puskesmasId" = v."puskesmasId" AND t.month = v.month))
    SELECT DISTINCT "puskesmasId" AS id FROM every
    GROUP BY "puskesmasId", month HAVING min(value) <> max(value)`;
  return rows.map(({ id }) => id);
}

/** Indicators of a puskesmas for which somebody told otherwise this year. */
export async function listDifferingIndicators(actor: Actor, year: number): Promise<{ id: string; name: string }[]> {
  return db.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`
    SELECT DISTINCT d.id, d.name FROM (
      SELECT t."indicatorId" FROM "PuskesmasValue" t JOIN "Organisation" o ON o.id = t."puskesmasId"
      WHERE t.year = ${year} AND o.id = ${actor.organisation.id}::uuid AND (
        t.value <> (
          SELECT CASE WHEN i.form = 'PERCENT' THEN round(avg(v.value), 2) ELSE sum(v.value) END
          FROM "IndicatorValue" v JOIN "Indicator" i ON i.id = v."indicatorId"
          WHERE v."puskesmasId" = o.id AND v.year = t.year AND v."indicatorId" = t."indicatorId" AND v.month = t.month
          GROUP BY i.form)
        OR EXISTS (SELECT 1 FROM "PuskesmasValue" s WHERE s."puskesmasId" = o.id AND s.year = t.year
          AND s."indicatorId" = t."indicatorId" AND s.month = t.month AND s.value <> t.value))
    ) x JOIN "Indicator" d ON d.id = x."indicatorId" ORDER BY d.name LIMIT 50`);
}
