import {
  type Achievement,
  type IndicatorMeasure,
  judge,
  missingMonths,
  type Reported,
  toHundredths,
  trendBetween,
  type YearTarget,
} from "@/lib/pws/achievement";

export type Total = Achievement & {
  /** Desa that reported, of how many; and those left out because nobody set their sasaran. */
  counted: number;
  villages: number;
  withoutBase: number;
};

export function achieveTotal(
  indicator: IndicatorMeasure,
  target: YearTarget | null,
  reports: readonly Reported[],
  month: number,
): Total {
  const { form, isCumulative } = indicator;
  const combine = form === "PERCENT" ? mean : sum;
  const baseOf = (one: Reported) => (isCumulative ? one.sasaran : (one.denominator ?? one.sasaran));
  const baseBefore = (one: Reported) =>
    isCumulative ? one.sasaranBefore : (one.denominatorBefore ?? one.sasaranBefore);
  const withBase = form === "COVERAGE" ? reports.filter((one) => baseOf(one) !== null) : reports;
  const counted = withBase.filter((one) => (isCumulative ? one.sum : one.value) !== null);
  const aimedAt = isCumulative || counted.length === 0 ? reports.length : counted.length;
  const both = counted.filter((one) => one.value !== null && one.before !== null);
  return {
    ...judge(indicator, form === "COUNT" ? times(target, aimedAt) : target, month, {
      value: combine(counted.map((one) => one.value)),
      total: combine(counted.map((one) => (isCumulative ? one.sum : one.value))),
      denominator: form === "COVERAGE" ? sum((isCumulative ? withBase : counted).map(baseOf)) : null,
      trend: trendBetween(
        indicator,
        [combine(both.map((one) => one.value)), sum(both.map(baseOf))],
        [combine(both.map((one) => one.before)), sum(both.map(baseBefore))],
      ),
      missing: reports.reduce((all, one) => all + missingMonths(indicator, target, one, month), 0),
    }),
    counted: counted.length,
    villages: reports.length,
    withoutBase: reports.length - withBase.length,
  };
}

export function times(target: YearTarget | null, villages: number): YearTarget | null {
  return (
    target && {
      target: toHundredths(target.target * villages),
      monthly: target.monthly.map((one) => toHundredths(one * villages)),
    }
  );
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : toHundredths(known.reduce((all, value) => all + value, 0));
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : toHundredths(known.reduce((all, value) => all + value, 0) / known.length);
}
