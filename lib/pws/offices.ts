import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { Moment } from "@/lib/figures/months";
import { usedBy } from "@/lib/indicators/reads";
import { nearestOf } from "@/lib/indicators/rules";
import type { Office } from "@/lib/matrix/office";
import { countPuskesmas, scopeOf } from "@/lib/matrix/scope-sql";
import { type Achievement, judge, targetToDate, trendBetween, type YearTarget } from "@/lib/pws/achievement";
import { type OfficeSum, sumOffices } from "@/lib/pws/office-sums";
import { listTargetsBelow, type OfficeIndicator, type OfficeTarget, officeFacts } from "@/lib/pws/office-targets";
import { times } from "@/lib/pws/puskesmas-total";
import type { Prisma } from "@/prisma/generated/client";

/** As many cells are added up at once: puskesmas times indicators. */
const mostCells = 3000;
const mostColumns = 20;

export type OfficeRow = { id: string; name: string; puskesmas: number; cells: (Achievement | null)[] };
export type OfficeFigures = {
  indicators: OfficeIndicator[];
  rows: OfficeRow[];
  topics: string[];
  puskesmas: number;
  /** Of the indicators; 0 where there are too many puskesmas to add up even one. */
  pages: number;
};

type Wanted = Moment & { topic?: string | undefined; page: number };

export async function findOfficeFigures(actor: Actor, office: Office, wanted: Wanted): Promise<OfficeFigures> {
  const { year, month, topic, page } = wanted;
  const pathIds = await pathOf(office.id);
  const [puskesmas, all] = await Promise.all([
    countPuskesmas(actor, office),
    db.indicator.findMany({
      where: { ...usedBy({ pathIds }), archivedAt: null },
      orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
      take: 500,
      select: officeFacts,
    }),
  ]);
  const topics = [...new Set(all.flatMap((indicator) => indicator.topic ?? []))];
  const chosen = all.filter((indicator) => !topic || indicator.topic === topic);
  const size = Math.min(mostColumns, Math.floor(mostCells / Math.max(1, puskesmas)));
  const pages = size === 0 ? 0 : Math.max(1, Math.ceil(chosen.length / size));
  const from = (Math.min(page, Math.max(1, pages)) - 1) * size;
  const indicators = chosen.slice(from, from + size);
  const ids = indicators.map(({ id }) => id);
  const { rows } = scopeOf(actor, office);
  const [offices, sums, targets] = await Promise.all([
    listRows(rows),
    sumOffices(rows, ids, { year, month }),
    listTargetsBelow(rows, ids, year),
  ]);
  const sumOf = new Map(sums.map((sum) => [`${sum.rowId} ${sum.indicatorId}`, sum]));
  return {
    indicators,
    topics,
    puskesmas,
    pages,
    rows: offices.map(({ id, name, puskesmas: count, villages, pathIds: path }) => ({
      id,
      name,
      puskesmas: count,
      cells: indicators.map((indicator) => {
        const target = targetOf(targets, indicator.id, path);
        const sum = sumOf.get(`${id} ${indicator.id}`);
        return sum ? cellOf(indicator, target, sum, { month, villages }) : null;
      }),
    })),
  };
}

async function pathOf(id: string): Promise<string[]> {
  const found = await db.organisation.findUnique({ where: { id }, select: { pathIds: true } });
  return found?.pathIds ?? [];
}

type RowOffice = { id: string; name: string; puskesmas: number; villages: number; pathIds: string[] };

function listRows(rows: Prisma.Sql): Promise<RowOffice[]> {
  return db.$queryRaw<RowOffice[]>`
    WITH scope AS (${rows}), counted AS (
      SELECT s."rowId", count(*)::int AS puskesmas, coalesce(sum(w.villages), 0)::int AS villages
      FROM scope s LEFT JOIN LATERAL (
        SELECT count(*) AS villages FROM "WorkingArea" a WHERE a."puskesmasId" = s.id
      ) w ON true
      GROUP BY 1
    )
    SELECT o.id, o.name, c.puskesmas, c.villages, o."pathIds"
    FROM counted c JOIN "Organisation" o ON o.id = c."rowId" ORDER BY o.name, o.id`;
}

function targetOf(targets: readonly OfficeTarget[], indicatorId: string, path: readonly string[]): YearTarget | null {
  const own = targets.filter((target) => target.indicatorId === indicatorId && path.includes(target.organisationId));
  return nearestOf(own, path) ?? null;
}

type Place = { month: number; villages: number };

export function cellOf(
  indicator: OfficeIndicator,
  target: YearTarget | null,
  sum: OfficeSum,
  { month, villages }: Place,
): Achievement {
  const { form, isCumulative } = indicator;
  const aimedAt = isCumulative || sum.counted === 0 ? villages : sum.counted;
  const isExpected = (number: number) =>
    indicator.spread !== "MONTHLY" || targetToDate(indicator.spread, target, number) !== 0;
  const months = isCumulative ? Array.from({ length: month }, (_, index) => index + 1).filter(isExpected).length : 0;
  return judge(indicator, form === "COUNT" ? times(target, aimedAt) : target, month, {
    value: sum.value,
    total: sum.total,
    denominator: sum.denominator,
    trend: trendBetween(indicator, [sum.valueOfBoth, sum.baseOfBoth], [sum.beforeOfBoth, sum.baseBeforeOfBoth]),
    missing: Math.max(0, months * villages - sum.told),
  });
}
