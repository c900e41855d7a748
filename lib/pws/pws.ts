import type { Actor } from "@/lib/actor";
import { db, isId, pool } from "@/lib/db";
import { lastMonths, lineOf, type Moment, type MonthRow, monthBefore, reportedAt } from "@/lib/figures/months";
import { findPuskesmasInView, usedBy } from "@/lib/indicators/reads";
import { nearestOf } from "@/lib/indicators/rules";
import { achieveAll, nothingReported, type Ranked, type Reported, type YearTarget } from "@/lib/pws/achievement";
import { type CourseMonth, courseOf, cumulativeLine, type PlaceRows, shownMonths } from "@/lib/pws/course";
import { achieveTotal, type Total } from "@/lib/pws/puskesmas-total";
import { dayOf } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

export type Village = { code: string; name: string };
export type PwsPuskesmas = NonNullable<Awaited<ReturnType<typeof findPuskesmasInView>>>;

const facts = {
  id: true,
  name: true,
  definition: true,
  numerator: true,
  denominator: true,
  unit: true,
  topic: true,
  form: true,
  isCumulative: true,
  lowerIsBetter: true,
  spread: true,
} satisfies Prisma.IndicatorSelect;

export type PwsIndicator = Prisma.IndicatorGetPayload<{ select: typeof facts }> & { yearTarget: YearTarget | null };

export type PwsColumn = { indicator: PwsIndicator; achievements: Ranked[]; total: Total };

export type Pws = { puskesmas: PwsPuskesmas; villages: Village[]; columns: PwsColumn[]; topics: string[] } & Moment;

type Wanted = Moment & { puskesmasId: string };

/** All indicators of a puskesmas over all its desa, as of a month; null where the actor may not look. */
export async function listPws(actor: Actor, wanted: Wanted & { topic?: string | undefined }): Promise<Pws | null> {
  const puskesmas = await findPuskesmasInView(actor, wanted.puskesmasId);
  if (!puskesmas) return null;
  const { year, month, topic } = wanted;
  const [indicators, villages, reports] = await Promise.all([
    listUsed(puskesmas, year),
    listVillagesOf(puskesmas.id),
    sumReports(puskesmas.id, wanted),
  ]);
  const topics = [...new Set(indicators.flatMap((indicator) => indicator.topic ?? []))];
  const columns = indicators
    .filter((indicator) => !topic || indicator.topic === topic)
    .map((indicator) => {
      const ofIndicator = reports.get(indicator.id);
      return columnOf(
        indicator,
        villages.map(({ code }) => ofIndicator?.get(code) ?? nothingReported),
        month,
      );
    });
  return { puskesmas, villages, columns, topics, year, month };
}

export type PwsLines = {
  moments: Moment[];
  /** What added up since January where the indicator adds up, else the months themselves. */
  lines: (number | null)[][];
  course: CourseMonth[];
};

/** One indicator over all desa with the line of the months up to this one; null where there is none to see. */
export async function findPws(
  actor: Actor,
  wanted: Wanted & { indicatorId: string; span: number },
): Promise<(Omit<Pws, "columns" | "topics"> & PwsColumn & PwsLines) | null> {
  const { indicatorId, year, month, span } = wanted;
  const puskesmas = await findPuskesmasInView(actor, wanted.puskesmasId);
  if (!puskesmas || !isId(indicatorId)) return null;
  const moments = lastMonths(wanted, Math.max(span, 12 + month));
  const [[indicator], villages, rows, bases] = await Promise.all([
    listUsed(puskesmas, year, indicatorId),
    listVillagesOf(puskesmas.id),
    listMonths(puskesmas.id, moments, "indicatorId", indicatorId),
    listBases(puskesmas.id, moments, { indicatorId }),
  ]);
  if (!indicator) return null;
  const ofVillage = groupBy(rows, (row) => row.villageCode);
  const basesOf = groupBy(bases, (row) => row.villageCode);
  const shown = moments.slice(-shownMonths(indicator, month, span));
  const of = ({ code }: Village): PlaceRows => [ofVillage.get(code) ?? [], basesOf.get(code) ?? []];
  return {
    puskesmas,
    villages,
    year,
    month,
    ...columnOf(
      indicator,
      villages.map((village) => reportedAt(wanted, ...of(village))),
      month,
    ),
    moments: shown,
    lines: villages.map((village) => smallLine(indicator, shown, of(village))),
    course: courseOf(indicator, wanted, villages.map(of)),
  };
}

export async function findVillageSheet(actor: Actor, wanted: Wanted & { villageCode: string; span: number }) {
  const { villageCode, span } = wanted;
  const pws = await listPws(actor, wanted);
  const place = pws?.villages.findIndex(({ code }) => code === villageCode) ?? -1;
  const village = pws?.villages[place];
  if (!pws || !village) return null;
  const moments = lastMonths(wanted, Math.max(span, wanted.month));
  const [rows, bases] = await Promise.all([
    listMonths(pws.puskesmas.id, moments, "villageCode", villageCode),
    listBases(pws.puskesmas.id, moments, { villageCode }),
  ]);
  const ofIndicator = groupBy(rows, (row) => row.indicatorId);
  const basesOf = groupBy(bases, (row) => row.indicatorId);
  const sheet = pws.columns.flatMap(({ indicator, achievements, total }) => {
    const achievement = achievements[place];
    const { id } = indicator;
    const shown = moments.slice(-shownMonths(indicator, wanted.month, span));
    const line = smallLine(indicator, shown, [ofIndicator.get(id) ?? [], basesOf.get(id) ?? []]);
    const ranked = achievements.filter(({ rank }) => rank !== null).length;
    return achievement ? [{ indicator, achievement, ranked, total, line, shown }] : [];
  });
  return { ...pws, village, sheet, moments };
}

export type VillageSheet = NonNullable<Awaited<ReturnType<typeof findVillageSheet>>>;

function smallLine(indicator: PwsIndicator, moments: readonly Moment[], of: PlaceRows): (number | null)[] {
  return indicator.isCumulative ? cumulativeLine(indicator, moments, of) : lineOf(indicator, moments, ...of);
}

/** The first year with figures, and the last month that was reported; null where nothing was. */
export async function findReportedSpan(actor: Actor, puskesmasId: string, now: Date) {
  const puskesmas = await findPuskesmasInView(actor, puskesmasId);
  if (!puskesmas) return null;
  const [thisYear, thisMonth] = dayOf(now, puskesmas.timeZone).split("-").map(Number);
  const [row] = await db.$queryRaw<({ first: number } & Moment)[]>`
    WITH span AS (
      SELECT min(year) AS first, max(year) AS last FROM "IndicatorValue"
      WHERE "puskesmasId" = ${puskesmasId}::uuid AND (year, month) <= (${thisYear}, ${thisMonth})
    ), reported AS (
      SELECT year, month, count(*) AS indicators
      FROM (
        SELECT DISTINCT year, month, "indicatorId" FROM "IndicatorValue"
        WHERE "puskesmasId" = ${puskesmasId}::uuid AND year >= (SELECT last - 1 FROM span)
          AND (year, month) <= (${thisYear}, ${thisMonth})
      ) each
      GROUP BY 1, 2 ORDER BY 1 DESC, 2 DESC LIMIT 12
    )
    SELECT first, year, month FROM reported, span
    WHERE indicators * 2 >= (SELECT max(indicators) FROM reported)
    ORDER BY year DESC, month DESC LIMIT 1`;
  return row ? { first: row.first, last: { year: row.year, month: row.month } satisfies Moment } : null;
}

function columnOf(indicator: PwsIndicator, reports: readonly Reported[], month: number): PwsColumn {
  return {
    indicator,
    achievements: achieveAll(indicator, indicator.yearTarget, reports, month),
    total: achieveTotal(indicator, indicator.yearTarget, reports, month),
  };
}

async function listUsed({ pathIds }: PwsPuskesmas, year: number, indicatorId?: string): Promise<PwsIndicator[]> {
  const rows = await db.indicator.findMany({
    where: {
      ...usedBy({ pathIds }),
      ...(indicatorId ? { id: indicatorId } : { archivedAt: null }),
    },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
    take: 500,
    select: {
      ...facts,
      targets: {
        where: { organisationId: { in: pathIds }, year },
        select: { organisationId: true, target: true, monthly: true },
      },
    },
  });
  return rows.map(({ targets, ...indicator }) => {
    const target = nearestOf(targets, pathIds);
    return {
      ...indicator,
      yearTarget: target
        ? { target: target.target.toNumber(), monthly: target.monthly.map((one) => one.toNumber()) }
        : null,
    };
  });
}

function listVillagesOf(puskesmasId: string): Promise<Village[]> {
  return db.area.findMany({
    where: { workingAreas: { some: { puskesmasId } } },
    orderBy: { code: "asc" },
    take: 1000,
    select: { code: true, name: true },
  });
}

type SummedRow = Reported & { indicatorId: string; villageCode: string };

const sums = {
  name: "pws-sums",
  text: `
    SELECT "indicatorId", "villageCode", v.value, v.denominator, v.before, v."denominatorBefore", v.sum,
      coalesce(v.months, '{}') AS months, d.sasaran, d."sasaranBefore"
    FROM (
      SELECT "indicatorId", "villageCode",
        max(value) FILTER (WHERE year = $2 AND month = $3)::float8 AS value,
        max(denominator) FILTER (WHERE year = $2 AND month = $3) AS denominator,
        max(value) FILTER (WHERE year = $4 AND month = $5)::float8 AS before,
        max(denominator) FILTER (WHERE year = $4 AND month = $5) AS "denominatorBefore",
        sum(value) FILTER (WHERE year = $2)::float8 AS sum,
        array_agg(month ORDER BY month) FILTER (WHERE year = $2) AS months
      FROM "IndicatorValue"
      WHERE "puskesmasId" = $1::uuid AND year BETWEEN $4 AND $2
        AND (year = $2 AND month <= $3 OR year = $4 AND month = $5)
      GROUP BY 1, 2
    ) v
    FULL JOIN (
      SELECT "indicatorId", "villageCode",
        max(value) FILTER (WHERE year = $2) AS sasaran, max(value) FILTER (WHERE year = $4) AS "sasaranBefore"
      FROM "IndicatorDenominator" WHERE "puskesmasId" = $1::uuid AND year BETWEEN $4 AND $2
      GROUP BY 1, 2
    ) d USING ("indicatorId", "villageCode")`,
};

async function sumReports(puskesmasId: string, moment: Moment): Promise<Map<string, Map<string, Reported>>> {
  const { year, month } = moment;
  const before = monthBefore(moment);
  const { rows } = await pool.query<SummedRow>({
    ...sums,
    values: [puskesmasId, year, month, before.year, before.month],
  });
  const reports = new Map<string, Map<string, Reported>>();
  for (const row of rows) {
    const ofIndicator = reports.get(row.indicatorId) ?? new Map<string, Reported>();
    reports.set(row.indicatorId, ofIndicator.set(row.villageCode, row));
  }
  return reports;
}

type StoredMonth = MonthRow & { indicatorId: string; villageCode: string };

const monthsOf = {
  indicatorId: { name: "pws-months-of-indicator", condition: `"indicatorId" = $6::uuid` },
  villageCode: { name: "pws-months-of-village", condition: `"villageCode" = $6` },
} as const;

async function listMonths(
  puskesmasId: string,
  moments: readonly Moment[],
  by: keyof typeof monthsOf,
  wanted: string,
): Promise<StoredMonth[]> {
  const [first] = moments;
  const last = moments.at(-1);
  if (!first || !last) return [];
  const { name, condition } = monthsOf[by];
  const { rows } = await pool.query<StoredMonth>({
    name,
    text: `SELECT "indicatorId", "villageCode", year, month, value::float8 AS value, denominator
      FROM "IndicatorValue"
      WHERE "puskesmasId" = $1::uuid AND ${condition}
        AND year BETWEEN $2 AND $4 AND year * 12 + month BETWEEN $2 * 12 + $3 AND $4 * 12 + $5`,
    values: [puskesmasId, first.year, first.month, last.year, last.month, wanted],
  });
  return rows;
}

function listBases(
  puskesmasId: string,
  moments: readonly Moment[],
  which: { indicatorId: string } | { villageCode: string },
) {
  const years = [...new Set(moments.map(({ year }) => year))];
  return db.indicatorDenominator.findMany({
    where: { puskesmasId, year: { in: years }, ...which },
    select: { indicatorId: true, villageCode: true, year: true, value: true },
  });
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
