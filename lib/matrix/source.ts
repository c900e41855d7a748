import { currentFacts, type Puskesmas, periodFacts, planFacts, sectorFacts } from "@/lib/matrix/facts-sql";
import { Prisma } from "@/prisma/generated/client";

/** Where the counts come from: counted now, or kept by the job that follows the events (lib/matrix/summary.ts). */
export type Source = {
  periods: (puskesmas: Puskesmas, year: number) => Prisma.Sql;
  plan: (puskesmas: Puskesmas, year: number) => Prisma.Sql;
  sectors: (puskesmas: Puskesmas, year: number) => Prisma.Sql;
  current: (puskesmas: Puskesmas) => Prisma.Sql;
};

export function liveSource(today: string): Source {
  const of = (year: number) => ({ from: year, to: year });
  return {
    periods: (puskesmas, year) => periodFacts(puskesmas, of(year)),
    plan: (puskesmas, year) => planFacts(puskesmas, of(year), today),
    sectors: (puskesmas, year) => sectorFacts(puskesmas, of(year)),
    current: (puskesmas) => currentFacts(puskesmas, today),
  };
}

function kept(table: string) {
  return (puskesmas: Puskesmas, year: number) =>
    Prisma.sql`SELECT * FROM ${Prisma.raw(`"${table}"`)} WHERE year = ${year} AND "puskesmasId" IN (${puskesmas})`;
}

export const keptSource: Source = {
  periods: kept("PeriodSummary"),
  plan: kept("PlanSummary"),
  sectors: kept("SectorSummary"),
  current: (puskesmas) => Prisma.sql`SELECT * FROM "PuskesmasSummary" WHERE "puskesmasId" IN (${puskesmas})`,
};

/** As many puskesmas are counted when the page is asked for; more than those are read from what is kept. */
export const mostLive = 150;
