import { addDays, dayOf, toInstant } from "@/lib/time";

const dayLength = 86_400_000;

/** Holidays that fall on the same day every year; the others move. */
const holidays = ["01-01", "05-01", "06-01", "08-17", "12-25"];

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function isFree(day: string): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6 || holidays.includes(day.slice(5));
}

/** The day itself, or the next working day. */
export function weekdayFrom(day: string): string {
  return isFree(day) ? weekdayFrom(addDays(day, 1)) : day;
}

/** The day itself, the Friday before a Saturday, or the next working day. */
export function weekdayNear(day: string): string {
  return weekdayFrom(weekdayOf(day) === 6 ? addDays(day, -1) : day);
}

/** The day itself, or the working day before. */
export function weekdayUntil(day: string): string {
  return isFree(day) ? weekdayUntil(addDays(day, -1)) : day;
}

export function daysAfter(instant: Date, days: number, minutes = 0): Date {
  return new Date(instant.getTime() + days * dayLength + minutes * 60_000);
}

export function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/** Days seen from today, so that the demo is alive on whatever day it is filled. */
export type Calendar = ReturnType<typeof calendarOf>;

export function calendarOf(now: Date, timeZone: string) {
  const today = dayOf(now, timeZone);
  const at = (day: string, clock: string) => toInstant(day, clock, timeZone);
  return {
    now,
    today,
    timeZone,
    at,
    /** A weekday this many days ahead, give or take one. */
    ahead: (days: number) => weekdayNear(addDays(today, days)),
    /** A weekday this many days back, or up to two more. */
    back: (days: number) => weekdayUntil(addDays(today, -days)),
    /** The latest weekday whose clock is an hour past. */
    latest(clock: string) {
      const day = weekdayUntil(today);
      return at(day, clock).getTime() + 3_600_000 <= now.getTime() ? day : weekdayUntil(addDays(day, -1));
    },
  };
}

/** The day of the quarter before the one of `day`, in its middle month, when the guidance wants the Lokmin. */
export function dayInQuarterBefore(day: string, date: number): string {
  const year = Number(day.slice(0, 4));
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return weekdayFrom(quarter === 0 ? isoDay(year - 1, 11, date) : isoDay(year, quarter * 3 - 1, date));
}

/** The days of the quarters before the one of `day`, back to the first of the same year, newest first. */
export function daysOfYearBefore(day: string, date: number): string[] {
  const before = dayInQuarterBefore(day, date);
  return before.slice(0, 4) === day.slice(0, 4) ? [before, ...daysOfYearBefore(before, date)] : [];
}

/** A weekday of the month that is `back` months before the one of `day`. */
export function dayInMonthBefore(day: string, back: number, date: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
  return weekdayFrom(isoDay(Math.floor(months / 12), (months % 12) + 1, date));
}

function isoDay(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
