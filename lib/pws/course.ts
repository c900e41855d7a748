// One indicator of a puskesmas over the months of a year, beside its target and the year before. Pure.
import { type Moment, type MonthRow, reportedAt, type YearRow } from "@/lib/figures/months";
import {
  type IndicatorMeasure,
  percentOf,
  type Reported,
  targetToDate,
  toHundredths,
  type YearTarget,
} from "@/lib/pws/achievement";
import { achieveTotal } from "@/lib/pws/puskesmas-total";

export type CourseMonth = {
  month: number;
  /** To the end of the month where the indicator adds up; null where no desa told the month. */
  figure: number | null;
  target: number | null;
  lastYear: number | null;
};

export type PlaceRows = readonly [rows: readonly MonthRow[], bases: readonly YearRow[]];

/** @param upTo the last month that is shown of this year; target and last year are shown to December */
export function courseOf(
  indicator: IndicatorMeasure & { yearTarget: YearTarget | null },
  { year, month: upTo }: Moment,
  places: readonly PlaceRows[],
): CourseMonth[] {
  const at = (moment: Moment, target: YearTarget | null) => {
    const reports = places.map((own) => reportedAt(moment, ...own));
    const total = achieveTotal(indicator, target, reports, moment.month);
    return { figure: reports.some(isTold) ? total.figure : null, target: total.target };
  };
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const now = at({ year, month }, indicator.yearTarget);
    return {
      month,
      figure: month <= upTo ? now.figure : null,
      target: now.target,
      lastYear: at({ year: year - 1, month }, null).figure,
    };
  });
}

function isTold({ value }: Reported): boolean {
  return value !== null;
}

/** The months that a small line shows: of what adds up whole years to date, else the last ones. */
export function shownMonths({ isCumulative }: IndicatorMeasure, month: number, span: number): number {
  return isCumulative ? month + 12 * (Math.ceil(span / 12) - 1) : span;
}

/** What added up in each of these months since its January; null where the month was not told. */
export function cumulativeLine(
  { form }: IndicatorMeasure,
  moments: readonly Moment[],
  [rows, bases]: PlaceRows,
): (number | null)[] {
  return moments.map(({ year, month }) => {
    const toDate = rows.filter((row) => row.year === year && row.month <= month);
    if (!toDate.some((row) => row.month === month)) return null;
    const sum = toHundredths(toDate.reduce((all, row) => all + row.value, 0));
    return form === "COVERAGE" ? percentOf(sum, bases.find((base) => base.year === year)?.value ?? null) : sum;
  });
}

/** The target of a desa in each of these months; unknown in other years. */
export function targetLine(
  { spread, yearTarget }: IndicatorMeasure & { yearTarget: YearTarget | null },
  year: number,
  moments: readonly Moment[],
): (number | null)[] {
  return moments.map((moment) => (moment.year === year ? targetToDate(spread, yearTarget, moment.month) : null));
}

export function yearStarts({ isCumulative }: IndicatorMeasure, moments: readonly Moment[]): number[] {
  return isCumulative ? moments.flatMap(({ month }, place) => (month === 1 && place > 0 ? [place] : [])) : [];
}
