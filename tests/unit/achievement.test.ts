import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasCome, lastMonths, lineOf, monthBefore, reportedAt } from "@/lib/figures/months";
import {
  achieve,
  achieveAll,
  type IndicatorMeasure,
  nothingReported,
  percentOf,
  type Reported,
  rankOf,
  statusOf,
  targetToDate,
} from "@/lib/pws/achievement";
import { achieveTotal } from "@/lib/pws/puskesmas-total";

const idl: IndicatorMeasure = { form: "COVERAGE", isCumulative: true, lowerIsBetter: false, spread: "TWELFTHS" };
const weighed: IndicatorMeasure = { form: "COVERAGE", isCumulative: false, lowerIsBetter: false, spread: "FLAT" };
const stunting: IndicatorMeasure = { form: "PERCENT", isCumulative: false, lowerIsBetter: true, spread: "FLAT" };
const deaths: IndicatorMeasure = { form: "COUNT", isCumulative: true, lowerIsBetter: true, spread: "TWELFTHS" };

const yearly = (target: number, monthly: number[] = []) => ({ target, monthly });
const upTo = (month: number) => Array.from({ length: month }, (_, index) => index + 1);
const told = (changes: Partial<Reported>): Reported => ({ ...nothingReported, ...changes });

describe("capaian per desa (scenario 19)", () => {
  test("IDL: sasaran 40, capaian 31, month 6, target 90 %", () => {
    const six = achieve(idl, yearly(90), told({ value: 5, before: 4, sum: 31, months: upTo(6), sasaran: 40 }), 6);
    expect(six).toEqual({
      value: 5,
      total: 31,
      denominator: 40,
      figure: 77.5,
      gone: null,
      target: 45,
      gap: 32.5,
      trend: "naik",
      isReached: true,
      status: "baik",
      missing: 0,
      isIncomplete: false,
      isOver: false,
    });
  });

  test("sasaran 0: no figure, no error, no rank", () => {
    const none = told({ value: 1, sum: 3, months: upTo(6), sasaran: 0 });
    const other = told({ value: 1, sum: 3, months: upTo(6), sasaran: 12 });
    const [zero, one] = achieveAll(idl, yearly(90), [none, other], 6);
    expect(zero).toMatchObject({ figure: null, gone: "sasaran 0", status: null, gap: null, rank: null, isOver: false });
    expect(one).toMatchObject({ figure: 25, rank: 1 });
  });

  test("45 of 40 is 112.5 %, with a warning and unclipped", () => {
    const over = achieve(idl, yearly(90), told({ value: 9, sum: 45, months: upTo(6), sasaran: 40 }), 6);
    expect(over).toMatchObject({ figure: 112.5, gap: 67.5, isOver: true });
  });

  test("stunting and deaths: lower is better", () => {
    const [worst, best, same] = achieveAll(
      stunting,
      yearly(14),
      [21.6, 12.5, 12.5].map((value) => told({ value, before: 13 })),
      6,
    );
    expect(worst).toMatchObject({ rank: 3, trend: "naik", isReached: false, status: "jelek", gap: 7.6 });
    expect(best).toMatchObject({ rank: 1, trend: "turun", isReached: true, status: "baik" });
    expect(same?.rank).toBe(1);
  });
});

describe("no more than a maximum, added up over the year", () => {
  const dengue = (reports: Reported[]) => achieveAll(deaths, yearly(12), reports, 6);

  test("who reported little is neither good nor first", () => {
    const [whole, silent, above] = dengue([
      told({ value: 1, before: 1, sum: 6, months: upTo(6) }),
      told({ sum: 1, months: [1] }),
      told({ sum: 9, months: upTo(3) }),
    ]);
    expect(whole).toMatchObject({ status: "baik", rank: 1, isIncomplete: false });
    expect(silent).toMatchObject({
      figure: 1,
      gap: -5,
      status: null,
      isReached: null,
      rank: null,
      missing: 5,
      isIncomplete: true,
    });
    // Above the maximum is above it whatever is missing.
    expect(above).toMatchObject({ status: "jelek", isReached: false, rank: 2, isIncomplete: false });
  });

  test("who reported nothing has no figure; without a target there is no rank either before all is reported", () => {
    expect(dengue([told({})])[0]).toMatchObject({ gone: "belum dilaporkan", isIncomplete: false, rank: null });
    const [some] = achieveAll(deaths, null, [told({ sum: 1, months: [1] })], 6);
    expect(some).toMatchObject({ isIncomplete: true, rank: null });
  });

  test("the whole puskesmas likewise", () => {
    const whole = told({ value: 1, before: 1, sum: 6, months: upTo(6) });
    const total = (other: Reported) => achieveTotal(deaths, yearly(12), [whole, other], 6);
    expect(total(told({ sum: 1, months: [1] }))).toMatchObject({ total: 7, target: 12, status: null, missing: 5 });
    expect(total(whole)).toMatchObject({ total: 12, status: "baik" });
  });
});

describe("target to date", () => {
  test.each([
    ["TWELFTHS", 1, 7.5],
    ["TWELFTHS", 6, 45],
    ["TWELFTHS", 12, 90],
    ["FLAT", 1, 90],
    ["MONTHLY", 3, 20],
    ["MONTHLY", 12, 95.5],
  ] as const)("%s, month %i: %d", (spread, month, expected) => {
    const monthly = [5, 10, 20, 30, 40, 50, 60, 70, 80, 85, 90, 95.5];
    expect(targetToDate(spread, yearly(90, monthly), month)).toBe(expected);
  });

  test("none set, or no month typed: nothing to hold against", () => {
    expect(targetToDate("TWELFTHS", null, 6)).toBeNull();
    expect(targetToDate("MONTHLY", yearly(90), 6)).toBeNull();
    expect(achieve(idl, null, told({ value: 1, sum: 6, months: upTo(6), sasaran: 10 }), 6)).toMatchObject({
      figure: 60,
      gap: null,
      status: null,
      isReached: null,
    });
  });

  test("a third of a percent is no endless fraction", () => {
    expect(targetToDate("TWELFTHS", yearly(80), 1)).toBe(6.67);
  });
});

describe("what counts as one", () => {
  test("a missing month is not a zero: it is counted as missing", () => {
    const gaps = achieve(idl, yearly(90), told({ sum: 20, months: upTo(4), sasaran: 40 }), 6);
    expect(gaps).toMatchObject({ value: null, total: 20, figure: 50, missing: 2, trend: "belum ada", status: "baik" });
    expect(achieve(idl, yearly(90), told({ sasaran: 40 }), 6)).toMatchObject({
      figure: null,
      gone: "belum dilaporkan",
      missing: 6,
      status: null,
    });
    expect(achieve(weighed, yearly(80), told({ sasaran: 40 }), 6)).toMatchObject({ missing: 1, figure: null });
  });

  test("a coverage without a sasaran says so", () => {
    expect(achieve(idl, yearly(90), told({ sum: 3, months: upTo(1) }), 1).gone).toBe("belum ada sasaran");
  });

  test("a month's coverage is of those looked at in it, else of the yearly sasaran", () => {
    const own = told({
      value: 30,
      denominator: 40,
      before: 30,
      denominatorBefore: 50,
      sasaran: 100,
      sasaranBefore: 100,
    });
    expect(achieve(weighed, yearly(80), own, 3)).toMatchObject({
      figure: 75,
      denominator: 40,
      target: 80,
      trend: "naik",
      status: "cukup",
    });
    expect(achieve(weighed, yearly(80), { ...own, denominator: null }, 3)).toMatchObject({
      figure: 30,
      trend: "turun",
    });
    expect(achieve(weighed, yearly(80), { ...own, denominator: 0 }, 3)).toMatchObject({
      figure: null,
      gone: "sasaran 0",
    });
  });

  test("a number with a yearly maximum is reached while under its target to date", () => {
    const six = (sum: number) => achieve(deaths, yearly(2), told({ value: 0, before: 0, sum, months: upTo(6) }), 6);
    expect(six(0)).toMatchObject({ figure: 0, target: 1, isReached: true, status: "baik", isOver: false });
    expect(six(1)).toMatchObject({ isReached: true });
    expect(six(2)).toMatchObject({ isReached: false, gap: 1, status: "jelek" });
    expect(achieve(deaths, yearly(0), told({ value: 0, sum: 0, months: upTo(1) }), 1).isReached).toBe(true);
  });
});

test.each([
  [false, true, "naik", "baik"],
  [false, true, "tetap", "baik"],
  [false, true, "belum ada", "baik"],
  [false, true, "turun", "kurang"],
  [false, false, "naik", "cukup"],
  [false, false, "tetap", "jelek"],
  [false, false, "turun", "jelek"],
  [true, true, "turun", "baik"],
  [true, true, "naik", "kurang"],
  [true, false, "turun", "cukup"],
  [true, false, "naik", "jelek"],
] as const)("lower is better %s, reached %s, %s: %s", (lower, reached, trend, status) => {
  expect(statusOf(lower, reached, trend)).toBe(status);
});

describe("rank", () => {
  test("equals share one, the next is left out, who has no figure has none", () => {
    expect(rankOf([80, 90, null, 80, 70], false)).toEqual([2, 1, null, 2, 4]);
    expect(rankOf([80, 90, null, 80, 70], true)).toEqual([2, 4, null, 2, 1]);
  });

  test("the better figure never ranks behind the worse", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 20 }))), fc.boolean(), (figures, lower) => {
        const ranks = rankOf(figures, lower);
        figures.forEach((one, i) => {
          figures.forEach((other, j) => {
            if (one === null || other === null) return;
            if (one === other) expect(ranks[i]).toBe(ranks[j]);
            else expect((ranks[i] ?? 0) < (ranks[j] ?? 0)).toBe(lower ? one < other : one > other);
          });
        });
      }),
    );
  });
});

test("no percent shows 77.49999", () => {
  expect(percentOf(0.1 + 0.2, 1)).toBe(30);
  expect(percentOf(201, 20_000)).toBe(1.01);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e7 }), fc.integer({ min: 1, max: 1e6 }), (value, denominator) => {
      const percent = percentOf(value, denominator) ?? -1;
      expect(String(percent)).toMatch(/^\d+(\.\d{1,2})?$/);
      expect(Math.abs(percent - (value * 100) / denominator)).toBeLessThanOrEqual(0.00501);
    }),
  );
});

test("before a campaign begins nothing is missing", () => {
  const bias: IndicatorMeasure = { ...idl, spread: "MONTHLY" };
  const target = yearly(95, [0, 0, 0, 0, 0, 0, 0, 80, 90, 95, 95, 95]);
  expect(achieve(bias, target, told({ sasaran: 40 }), 7)).toMatchObject({ missing: 0, figure: null });
  expect(achieve(bias, target, told({ sum: 30, months: [8], sasaran: 40 }), 9)).toMatchObject({
    missing: 1,
    target: 90,
  });
  // Zeros typed before it began hide nothing.
  const early = told({ sum: 30, months: [1, 2, 3, 8], sasaran: 40 });
  expect(achieve(bias, target, early, 10)).toMatchObject({ missing: 2 });
});

describe("the whole puskesmas", () => {
  test("numerators and denominators are added up, also of desa that are silent", () => {
    const total = achieveTotal(
      idl,
      yearly(90),
      [
        told({ value: 5, before: 4, sum: 31, months: upTo(6), sasaran: 40 }),
        told({ value: 1, before: 3, sum: 9, months: upTo(6), sasaran: 60 }),
        told({ sasaran: 100 }),
      ],
      6,
    );
    expect(total).toMatchObject({
      value: 6,
      total: 40,
      denominator: 200,
      figure: 20,
      trend: "turun",
      status: "jelek",
      counted: 2,
      villages: 3,
      withoutBase: 0,
      missing: 6,
    });
  });

  test("a desa without sasaran is left out of both", () => {
    const total = achieveTotal(
      idl,
      yearly(90),
      [told({ value: 10, sum: 10, months: upTo(1), sasaran: 20 }), told({ value: 7, sum: 7, months: upTo(1) })],
      1,
    );
    expect(total).toMatchObject({ total: 10, denominator: 20, figure: 50, counted: 1, withoutBase: 1 });
  });

  test("a month's coverage is of the desa that reported it; the trend of those that reported both", () => {
    const total = achieveTotal(
      weighed,
      yearly(80),
      [
        told({ value: 30, denominator: 40, before: 20, denominatorBefore: 40 }),
        told({ value: 10, denominator: 60 }),
        told({ before: 40, denominatorBefore: 40, sasaran: 500 }),
      ],
      6,
    );
    expect(total).toMatchObject({
      total: 40,
      denominator: 100,
      figure: 40,
      counted: 2,
      trend: "naik",
      status: "cukup",
    });
  });

  test("typed percents are their mean over the desa that reported", () => {
    const total = achieveTotal(stunting, yearly(14), [told({ value: 10 }), told({ value: 15 }), told({})], 6);
    expect(total).toMatchObject({ figure: 12.5, counted: 2, villages: 3, isReached: true });
  });

  test("the target of a number is of each desa", () => {
    const classes: IndicatorMeasure = { ...deaths, lowerIsBetter: false };
    const total = achieveTotal(
      classes,
      yearly(12),
      [told({ sum: 5, months: upTo(6) }), told({ sum: 6, months: upTo(6) })],
      6,
    );
    expect(total).toMatchObject({ figure: 11, target: 12, gap: -1, isReached: false });
  });

  test("a number of one month is held against the target of the desa that reported it", () => {
    const monthly: IndicatorMeasure = { ...deaths, isCumulative: false, spread: "FLAT" };
    const reports = Array.from({ length: 10 }, (_, index) => told(index < 3 ? { value: 5 } : {}));
    const total = achieveTotal(monthly, yearly(2), reports, 6);
    expect(total).toMatchObject({ figure: 15, target: 6, isReached: false, status: "jelek", counted: 3, villages: 10 });
    expect(achieveTotal(monthly, yearly(2), [told({}), told({})], 6)).toMatchObject({ figure: null, status: null });
  });

  test("nobody reported: nothing, not zero", () => {
    expect(achieveTotal(deaths, yearly(2), [told({}), told({})], 6)).toMatchObject({ figure: null, status: null });
    expect(achieveTotal(idl, yearly(90), [], 6)).toMatchObject({ figure: null, counted: 0 });
  });
});

describe("months", () => {
  test("January is compared with December of the year before", () => {
    expect(monthBefore({ year: 2026, month: 1 })).toEqual({ year: 2025, month: 12 });
    const rows = [
      { year: 2025, month: 12, value: 4, denominator: null },
      { year: 2026, month: 1, value: 3, denominator: null },
    ];
    const january = reportedAt({ year: 2026, month: 1 }, rows, [
      { year: 2025, value: 50 },
      { year: 2026, value: 40 },
    ]);
    expect(january).toMatchObject({ value: 3, before: 4, sum: 3, months: upTo(1), sasaran: 40, sasaranBefore: 50 });
    expect(achieve(idl, yearly(90), january, 1)).toMatchObject({ figure: 7.5, trend: "turun", status: "kurang" });
  });

  test("this month has come, the next has not", () => {
    const moments = [
      { year: 2025, month: 12 },
      { year: 2026, month: 9 },
      { year: 2026, month: 10 },
      { year: 2027, month: 1 },
    ];
    expect(moments.map((moment) => hasCome(moment, "2026-09-30"))).toEqual([true, true, false, false]);
  });

  test("the last months run over the turn of the year", () => {
    const months = lastMonths({ year: 2026, month: 2 }, 4).map(({ year, month }) => `${year}-${month}`);
    expect(months).toEqual(["2025-11", "2025-12", "2026-1", "2026-2"]);
    expect(lastMonths({ year: 2026, month: 12 }, 1)).toEqual([{ year: 2026, month: 12 }]);
  });

  test("a line holds a gap where nothing was reported", () => {
    const rows = [
      { year: 2025, month: 12, value: 10, denominator: null },
      { year: 2026, month: 2, value: 15, denominator: 30 },
    ];
    const line = lineOf(weighed, lastMonths({ year: 2026, month: 2 }, 3), rows, [{ year: 2025, value: 40 }]);
    expect(line).toEqual([25, null, 50]);
  });
});
