import { type IndicatorMeasure, percentOf, type Reported, toHundredths } from "@/lib/pws/achievement";

export type MonthRow = { year: number; month: number; value: number; denominator: number | null };
export type YearRow = { year: number; value: number };

export type Moment = { year: number; month: number };

/** @param today a calendar day */
export function hasCome({ year, month }: Moment, today: string): boolean {
  return `${year}-${String(month).padStart(2, "0")}` <= today.slice(0, 7);
}

export function monthBefore({ year, month }: Moment): Moment {
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

export function lastMonths({ year, month }: Moment, count: number): Moment[] {
  return Array.from({ length: count }, (_, index) => {
    const number = year * 12 + month - count + index;
    return { year: Math.floor(number / 12), month: (number % 12) + 1 };
  });
}

export function reportedAt(moment: Moment, rows: readonly MonthRow[], bases: readonly YearRow[]): Reported {
  const before = monthBefore(moment);
  const at = (when: Moment) => rows.find((row) => row.year === when.year && row.month === when.month);
  const base = (year: number) => bases.find((row) => row.year === year)?.value ?? null;
  const toDate = rows.filter((row) => row.year === moment.year && row.month <= moment.month);
  return {
    value: at(moment)?.value ?? null,
    denominator: at(moment)?.denominator ?? null,
    before: at(before)?.value ?? null,
    denominatorBefore: at(before)?.denominator ?? null,
    sum: toDate.length === 0 ? null : toHundredths(toDate.reduce((all, row) => all + row.value, 0)),
    months: toDate.map(({ month }) => month),
    sasaran: base(moment.year),
    sasaranBefore: base(before.year),
  };
}

/** One figure for each of these months: percent of a coverage, else the number; null where none was reported. */
export function lineOf(
  { form }: IndicatorMeasure,
  moments: readonly Moment[],
  rows: readonly MonthRow[],
  bases: readonly YearRow[],
): (number | null)[] {
  const values = new Map(rows.map((row) => [row.year * 12 + row.month, row]));
  const years = new Map(bases.map((row) => [row.year, row.value]));
  return moments.map(({ year, month }) => {
    const row = values.get(year * 12 + month);
    if (!row) return null;
    return form === "COVERAGE" ? percentOf(row.value, row.denominator ?? years.get(year) ?? null) : row.value;
  });
}
