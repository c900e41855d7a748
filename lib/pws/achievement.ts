// The figures of PWS for one indicator, one desa or the whole puskesmas, one month. Pure; a month that was not
// reported is not a zero. Percent and numbers are rounded to hundredths and compared as they are rounded.
import type { IndicatorForm, TargetSpread } from "@/prisma/generated/enums";

export type IndicatorMeasure = {
  form: IndicatorForm;
  isCumulative: boolean;
  lowerIsBetter: boolean;
  spread: TargetSpread;
};

export type YearTarget = { target: number; monthly: readonly number[] };

export type Reported = {
  value: number | null;
  denominator: number | null;
  before: number | null;
  denominatorBefore: number | null;
  sum: number | null;
  months: readonly number[];
  sasaran: number | null;
  sasaranBefore: number | null;
};

export const trends = ["naik", "turun", "tetap", "belum ada"] as const;
export type Trend = (typeof trends)[number];

export const statuses = ["baik", "cukup", "kurang", "jelek"] as const;
export type Status = (typeof statuses)[number];

export type Gone = "belum dilaporkan" | "belum ada sasaran" | "sasaran 0";

export type Achievement = {
  value: number | null;
  total: number | null;
  /** What the percent is of. */
  denominator: number | null;
  /** What is held against the target: percent, or the number of a COUNT. */
  figure: number | null;
  gone: Gone | null;
  target: number | null;
  gap: number | null;
  trend: Trend;
  isReached: boolean | null;
  status: Status | null;
  missing: number;
  isIncomplete: boolean;
  isOver: boolean;
};

export type Ranked = Achievement & { rank: number | null };

export const nothingReported: Reported = {
  value: null,
  denominator: null,
  before: null,
  denominatorBefore: null,
  sum: null,
  months: [],
  sasaran: null,
  sasaranBefore: null,
};

/** To hundredths, by whole numbers: 77.5 stays 77.5. */
export function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Percent to hundredths; null without anything to divide by. */
export function percentOf(value: number | null, denominator: number | null): number | null {
  if (value === null || denominator === null || denominator <= 0) return null;
  return Math.round((Math.round(value * 100) * 100) / denominator) / 100;
}

/** The target to the end of a month: a twelfth for each, the same all year, or as typed. Null where none is set. */
export function targetToDate(spread: TargetSpread, target: YearTarget | null, month: number): number | null {
  if (target === null) return null;
  if (spread === "FLAT") return target.target;
  if (spread === "MONTHLY") return target.monthly[month - 1] ?? null;
  return Math.round((Math.round(target.target * 100) * month) / 12) / 100;
}

export function isReached(lowerIsBetter: boolean, figure: number, target: number): boolean {
  return lowerIsBetter ? figure <= target : figure >= target;
}

export function trendOf(now: number | null, before: number | null): Trend {
  if (now === null || before === null) return "belum ada";
  if (now === before) return "tetap";
  return now > before ? "naik" : "turun";
}

/**
 * Pedoman PWS-KIA: target reached and not falling is baik, reached but falling kurang (it will miss the year's target),
 * below but rising cukup, below and not rising jelek.
 */
export function statusOf(lowerIsBetter: boolean, reached: boolean, trend: Trend): Status {
  const isImproving = trend === (lowerIsBetter ? "turun" : "naik");
  const isWorsening = trend === (lowerIsBetter ? "naik" : "turun");
  if (reached) return isWorsening ? "kurang" : "baik";
  return isImproving ? "cukup" : "jelek";
}

export function achieve(
  indicator: IndicatorMeasure,
  target: YearTarget | null,
  reported: Reported,
  month: number,
): Achievement {
  const { form, isCumulative } = indicator;
  const raw = isCumulative ? reported.sum : reported.value;
  const denominator =
    form !== "COVERAGE" ? null : isCumulative ? reported.sasaran : (reported.denominator ?? reported.sasaran);
  const before = isCumulative ? reported.sasaranBefore : (reported.denominatorBefore ?? reported.sasaranBefore);
  return judge(indicator, target, month, {
    value: reported.value,
    total: raw === null ? null : toHundredths(raw),
    denominator,
    trend: trendBetween(indicator, [reported.value, denominator], [reported.before, before]),
    missing: missingMonths(indicator, target, reported, month),
  });
}

export function missingMonths(
  { isCumulative, spread }: IndicatorMeasure,
  target: YearTarget | null,
  { value, months }: Pick<Reported, "value" | "months">,
  month: number,
): number {
  const isExpected = (number: number) => spread !== "MONTHLY" || targetToDate(spread, target, number) !== 0;
  if (!isCumulative) return value === null && isExpected(month) ? 1 : 0;
  return Array.from({ length: month }, (_, index) => index + 1).filter(
    (number) => isExpected(number) && !months.includes(number),
  ).length;
}

type Counted = [value: number | null, denominator: number | null];

export function trendBetween({ form, isCumulative }: IndicatorMeasure, now: Counted, before: Counted): Trend {
  const figure = ([value, denominator]: Counted) =>
    form === "COVERAGE" && !isCumulative ? percentOf(value, denominator) : value;
  return trendOf(figure(now), figure(before));
}

export type Measured = Pick<Achievement, "value" | "total" | "denominator" | "trend" | "missing">;

export function judge(
  { form, isCumulative, lowerIsBetter, spread }: IndicatorMeasure,
  yearTarget: YearTarget | null,
  month: number,
  measured: Measured,
): Achievement {
  const { total, denominator, trend, missing } = measured;
  const figure = form === "COVERAGE" ? percentOf(total, denominator) : total;
  const target = targetToDate(spread, yearTarget, month);
  const asReported = figure === null || target === null ? null : isReached(lowerIsBetter, figure, target);
  const isIncomplete = lowerIsBetter && isCumulative && missing > 0 && figure !== null && asReported !== false;
  const reached = isIncomplete ? null : asReported;
  return {
    ...measured,
    figure,
    gone: figure === null ? goneOf(total, denominator) : null,
    target,
    gap: figure === null || target === null ? null : toHundredths(figure - target),
    isReached: reached,
    status: reached === null ? null : statusOf(lowerIsBetter, reached, trend),
    isIncomplete,
    isOver: form !== "COUNT" && figure !== null && figure > 100,
  };
}

function goneOf(total: number | null, denominator: number | null): Gone {
  if (denominator === 0) return "sasaran 0";
  return total === null ? "belum dilaporkan" : "belum ada sasaran";
}

/** Ranks by figure, 1 the best; equals share one and the next is left out; who has no figure has no rank. */
export function rankOf(figures: readonly (number | null)[], lowerIsBetter: boolean): (number | null)[] {
  const better = (one: number, other: number) => (lowerIsBetter ? one < other : one > other);
  return figures.map((figure) =>
    figure === null ? null : 1 + figures.filter((other) => other !== null && better(other, figure)).length,
  );
}

export function achieveAll(
  indicator: IndicatorMeasure,
  target: YearTarget | null,
  reports: readonly Reported[],
  month: number,
): Ranked[] {
  const all = reports.map((reported) => achieve(indicator, target, reported, month));
  const ranks = rankOf(
    all.map(({ figure, isIncomplete }) => (isIncomplete ? null : figure)),
    indicator.lowerIsBetter,
  );
  return all.map((achievement, index) => ({ ...achievement, rank: ranks[index] ?? null }));
}
