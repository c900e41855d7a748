import type { Actor } from "@/lib/actor";
import { canWriteMeeting, isHostedAbove, isOfHostDinkes, type Organised, takesProblems } from "@/lib/meetings/rules";
import { shortened } from "@/lib/shortened";
import type { CauseGroup, MeetingStatus } from "@/prisma/generated/enums";

export const causeGroupNames: Record<CauseGroup, string> = {
  PEOPLE: "Manusia",
  FUNDS: "Dana",
  METHOD: "Metode",
  EQUIPMENT: "Sarana",
  ENVIRONMENT: "Lingkungan",
};

export function ownsProblems(actor: Actor, meeting: Organised): boolean {
  return canWriteMeeting(actor, meeting) && (!isHostedAbove(meeting) || isOfHostDinkes(actor, meeting));
}

export function canWriteProblems(
  actor: Actor,
  meeting: {
    status: MeetingStatus;
    approvals: readonly unknown[];
  } & Organised,
): boolean {
  return ownsProblems(actor, meeting) && takesProblems(meeting);
}

export function problemSubject(problem: { number: number; statement: string }): string {
  return `Masalah ${problem.number}: ${shortened(problem.statement, 160)}`;
}

type Scored = { scores: readonly { urgency: number; seriousness: number; growth: number }[] };

export function totalOf({ scores }: Scored): { sum: number; people: number } {
  const sum = scores.reduce((all, score) => all + score.urgency + score.seriousness + score.growth, 0);
  return { sum, people: scores.length };
}

function compareTotals(one: ReturnType<typeof totalOf>, other: ReturnType<typeof totalOf>): number {
  if (one.people === 0 || other.people === 0) return Math.sign(other.people) - Math.sign(one.people);
  return other.sum * one.people - one.sum * other.people;
}

export type Ranked<T> = T & {
  sum: number;
  people: number;
  /** 1 for the highest average; equals share it; null without scores. */
  rank: number | null;
  shares: number;
  isDecided: boolean;
};

/** Equals share their rank, ordered by number unless the forum placed every one of them. */
export function rankProblems<T extends Scored & { number: number; tieOrder: number | null }>(
  problems: readonly T[],
): Ranked<T>[] {
  const totalled = problems.map((problem) => ({ problem, total: totalOf(problem) }));
  totalled.sort((one, other) => compareTotals(one.total, other.total) || one.problem.number - other.problem.number);
  const ranked: Ranked<T>[] = [];
  for (let start = 0; start < totalled.length; ) {
    const first = totalled[start];
    if (!first) break;
    const equals = totalled.slice(start).filter(({ total }) => compareTotals(first.total, total) === 0);
    const isScored = first.total.people > 0;
    const isDecided = isScored && equals.length > 1 && hasFullOrder(equals.map(({ problem }) => problem.tieOrder));
    if (isDecided) equals.sort((one, other) => (one.problem.tieOrder ?? 0) - (other.problem.tieOrder ?? 0));
    for (const { problem, total } of equals)
      ranked.push({
        ...problem,
        ...total,
        rank: isScored ? start + 1 : null,
        shares: isScored ? equals.length : 1,
        isDecided,
      });
    start += equals.length;
  }
  return ranked;
}

function hasFullOrder(places: readonly (number | null)[]): boolean {
  return !places.includes(null) && new Set(places).size === places.length;
}

export function tiesOf<T extends { rank: number | null; shares: number }>(ranked: readonly T[]): T[][] {
  const groups = new Map<number, T[]>();
  for (const problem of ranked)
    if (problem.rank !== null && problem.shares > 1)
      groups.set(problem.rank, [...(groups.get(problem.rank) ?? []), problem]);
  return [...groups.values()];
}

export function movedOrder<T>(order: readonly T[], one: T, by: -1 | 1): T[] {
  const from = order.indexOf(one);
  const to = from + by;
  const other = order[to];
  if (from < 0 || other === undefined) return [...order];
  return order.map((each, place) => (place === from ? other : place === to ? one : each));
}

const average = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

export function averageWords({ sum, people }: { sum: number; people: number }): string {
  return people === 0 ? "–" : average.format(sum / people);
}

type Placed = { rank: number | null; shares: number; isDecided: boolean; decision: string | null };

export function placeWords({ rank, shares, isDecided, decision }: Placed): string {
  if (rank === null) return "Belum dinilai";
  if (shares === 1) return `Prioritas ${rank}`;
  if (!isDecided) return `Prioritas ${rank}, nilai sama`;
  return `Prioritas ${rank}, nilai sama, urutan diputuskan${decision ? `: ${decision}` : ""}`;
}

export function spelled(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}

export type Scorer = { id: string; name: string; userId: string | null };

export function scorersOf(problems: readonly { scores: readonly { scorer: Scorer }[] }[]): Scorer[] {
  const known = new Map<string, Scorer>();
  for (const { scores } of problems) for (const { scorer } of scores) known.set(scorer.id, scorer);
  return [...known.values()].sort(
    (one, other) => one.name.localeCompare(other.name, "id") || one.id.localeCompare(other.id),
  );
}

export function canChangeScores(actor: Actor, scorer: Pick<Scorer, "userId">): boolean {
  return scorer.userId === null || scorer.userId === actor.userId;
}
