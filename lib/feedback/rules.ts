import { type Actor, isDinkes } from "@/lib/actor";
import { addDays, monthNames, toInstant } from "@/lib/time";

export type Month = { year: number; month: number };

export function monthWords({ year, month }: Month): string {
  return `${monthNames[month - 1]} ${year}`;
}

export function monthKey({ year, month }: Month): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

export function parseMonth(key: string): Month | null {
  const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(key) ?? [];
  return year && month ? { year: Number(year), month: Number(month) } : null;
}

/** @param by months, 1 or -1 */
export function monthBeside({ year, month }: Month, by: number): Month {
  const index = year * 12 + month - 1 + by;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/**
 * From when to when the notes of a month are gathered: what was said in the month before, after its letter had its
 * number, comes with this one.
 */
export function windowOf(month: Month, timeZone: string): { from: Date; until: Date } {
  const first = (of: Month) => toInstant(`${monthKey(of)}-01`, "00:00", timeZone);
  return { from: first(monthBeside(month, -1)), until: first(monthBeside(month, 1)) };
}

export function lastDayOf(month: Month): string {
  return addDays(`${monthKey(monthBeside(month, 1))}-01`, -1);
}

export function canGiveFeedback(actor: Actor, feedback: { dinkesId: string }): boolean {
  return isDinkes(actor) && actor.organisation.id === feedback.dinkesId;
}

export function isIssued(feedback: { letters: readonly unknown[] }): boolean {
  return feedback.letters.length > 0;
}
