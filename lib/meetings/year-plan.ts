import { freeDayNotices, type Holiday, isWeekend } from "@/lib/holidays/rules";
import { kindNames, periodName, timingNotice, usualMonth } from "@/lib/meetings/rules";
import { addDays, daysBetween } from "@/lib/time";

export const planKinds = ["MONTHLY_LOKMIN", "QUARTERLY_LOKMIN", "STUNTING_MINILOK"] as const;

export type PlanKind = (typeof planKinds)[number];

export type ProposedRow = { kind: PlanKind; period: number; day: string };

export type PlanWishes = {
  /** Monday 1 to Friday 5; null: any working day. */
  weekday: number | null;
  withStunting: boolean;
};

/** From which day of the month on each kind is looked for: bulanan first, so that no two fall on one day. */
const firstDays: Record<PlanKind, number> = { MONTHLY_LOKMIN: 3, QUARTERLY_LOKMIN: 10, STUNTING_MINILOK: 17 };

/**
 * A year's Lokmin: twelve bulanan early in their month, four triwulanan in February, May, August and November (Juknis
 * ILP, Tabel 2), with the minilok stunting of each month where wished.
 */
export function proposeYear(year: number, wishes: PlanWishes, holidays: readonly Holiday[]): ProposedRow[] {
  const dayIn = (kind: PlanKind, month: number) =>
    workingDay(
      `${year}-${String(month).padStart(2, "0")}-${String(firstDays[kind]).padStart(2, "0")}`,
      wishes,
      holidays,
    );
  const monthly = (kind: PlanKind) =>
    Array.from({ length: 12 }, (_, index) => ({ kind, period: index + 1, day: dayIn(kind, index + 1) }));
  return [
    ...monthly("MONTHLY_LOKMIN"),
    ...[1, 2, 3, 4].map((quarter) => ({
      kind: "QUARTERLY_LOKMIN" as const,
      period: quarter,
      day: dayIn("QUARTERLY_LOKMIN", usualMonth(quarter)),
    })),
    ...(wishes.withStunting ? monthly("STUNTING_MINILOK") : []),
  ];
}

function workingDay(from: string, { weekday }: PlanWishes, holidays: readonly Holiday[]): string {
  const days = Array.from({ length: 21 }, (_, index) => addDays(from, index));
  const isFree = (day: string) => isWeekend(day) || freeDayNotices(day, holidays).length > 0;
  const fits = (day: string) => weekday === null || new Date(`${day}T00:00:00Z`).getUTCDay() === weekday;
  return days.find((day) => fits(day) && !isFree(day)) ?? days.find((day) => !isFree(day)) ?? from;
}

export type Booking = { day: string; words: string; kinds: readonly PlanKind[] };

export type PlanContext = { year: number; today: string; holidays: readonly Holiday[]; bookings: readonly Booking[] };

function dayNotices(
  row: { kind: PlanKind; period: number; day: string },
  { year, today, holidays, bookings }: PlanContext,
): string[] {
  const timing = timingNotice({ ...row, year }, row.day);
  return [
    ...freeDayNotices(row.day, holidays).map((words) => capital(words)),
    ...bookings
      .filter((booking) => booking.day === row.day && booking.kinds.includes(row.kind))
      .map(({ words }) => words),
    ...(timing ? [timing] : []),
    ...(daysBetween(today, row.day) < 0 ? ["Tanggalnya sudah lewat"] : []),
  ];
}

/**
 * What there is to know about each row of a form, by its key: its day, and others of the form on the same day, which
 * the office cannot hold both well.
 */
export function rowNotices(rows: readonly ProposedRow[], context: PlanContext): Map<string, string[]> {
  return new Map(
    rows.map((row) => [
      rowKey(row),
      [
        ...dayNotices(row, context),
        ...rows
          .filter((other) => other.day === row.day && rowKey(other) !== rowKey(row))
          .map((other) => `Sehari dengan ${rowName(other, context.year)} dalam rencana ini`),
      ],
    ]),
  );
}

export function rowName(row: { kind: PlanKind; period: number }, year: number): string {
  return `${kindNames[row.kind]} ${periodName({ ...row, year })}`;
}

export function rowKey({ kind, period }: { kind: PlanKind; period: number }): string {
  return `${kind}-${period}`;
}

/** The row a key names, or null: it comes out of an address. */
export function parseRowKey(key: string): { kind: PlanKind; period: number } | null {
  const kind = planKinds.find((candidate) => key.startsWith(`${candidate}-`));
  const period = Number(key.split("-")[1]);
  return kind && Number.isInteger(period) && period >= 1 && period <= periodsOf(kind) ? { kind, period } : null;
}

export function periodsOf(kind: PlanKind): number {
  return kind === "QUARTERLY_LOKMIN" ? 4 : 12;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
