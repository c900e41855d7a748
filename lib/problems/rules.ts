import type { Actor } from "@/lib/actor";
import { canWriteMeeting, takesProblems } from "@/lib/meetings/rules";
import type { CauseGroup, MeetingStatus } from "@/prisma/generated/enums";

export const causeGroupNames: Record<CauseGroup, string> = {
  MANUSIA: "Manusia",
  DANA: "Dana",
  METODE: "Metode",
  SARANA: "Sarana",
  LINGKUNGAN: "Lingkungan",
};

/** Problems are gathered, changed and scored by the staff of the organisers until the minutes are approved. */
export function canWriteProblems(
  actor: Actor,
  meeting: {
    status: MeetingStatus;
    approvals: readonly unknown[];
    organisers: readonly { puskesmasId: string }[];
  },
): boolean {
  return canWriteMeeting(actor, meeting) && takesProblems(meeting);
}

/** "Masalah 2: IDL rendah di Kedaung", as the history tells it. */
export function problemSubject(problem: { number: number; statement: string }): string {
  const { statement } = problem;
  return `Masalah ${problem.number}: ${statement.length > 160 ? `${statement.slice(0, 159)}…` : statement}`;
}

type Scored = { scores: readonly { urgency: number; seriousness: number; growth: number }[] };

/** The sum of U+S+G over all who gave a score, and how many they are. */
export function totalOf({ scores }: Scored): { sum: number; people: number } {
  const sum = scores.reduce((all, score) => all + score.urgency + score.seriousness + score.growth, 0);
  return { sum, people: scores.length };
}

/** Averages compared as whole numbers: 41 of 3 people and 82 of 6 are equal. Without a score comes last. */
function compareTotals(one: ReturnType<typeof totalOf>, other: ReturnType<typeof totalOf>): number {
  if (one.people === 0 || other.people === 0) return Math.sign(other.people) - Math.sign(one.people);
  return other.sum * one.people - one.sum * other.people;
}

export type Ranked<T> = T & {
  sum: number;
  people: number;
  /** 1 for the highest average; equals share it; null where nobody has scored yet. */
  rank: number | null;
  /** How many share the rank; 1 where it is nobody else's. */
  shares: number;
  /** Equals whose order the forum has decided. */
  isDecided: boolean;
};

/**
 * The order of priority by USG (DOMAIN §4.4): the average of U+S+G, the highest first. Equals share their rank; an
 * order among them stands only where the forum gave every one of them its place, else they stay by number.
 */
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
