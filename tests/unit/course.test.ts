import { expect, test } from "vitest";
import type { IndicatorMeasure, YearTarget } from "@/lib/pws/achievement";
import { courseOf, cumulativeLine, type PlaceRows, shownMonths } from "@/lib/pws/course";
import { courseWords } from "@/lib/pws/course-words";

type Measure = IndicatorMeasure & { yearTarget: YearTarget | null };

const coverage: Measure = {
  form: "COVERAGE",
  isCumulative: true,
  lowerIsBetter: false,
  spread: "TWELFTHS",
  yearTarget: { target: 90, monthly: [] },
};
const row = (year: number, month: number, value: number) => ({ year, month, value, denominator: null });
const bases = [2025, 2026].map((year) => ({ year, value: 100 }));
const one: PlaceRows = [[row(2025, 1, 5), row(2025, 3, 5), row(2026, 1, 6), row(2026, 3, 8)], bases];
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("what adds up, beside its target and the year before; a month that nobody told is a gap", () => {
  const course = courseOf(coverage, { year: 2026, month: 3 }, [one]);
  expect(course.map(({ figure }) => figure).slice(0, 4)).toEqual([6, null, 14, null]);
  expect(course.map(({ target }) => target).slice(0, 4)).toEqual([7.5, 15, 22.5, 30]);
  expect(course.map(({ lastYear }) => lastYear).slice(0, 4)).toEqual([5, null, 10, null]);
  expect(
    cumulativeLine(
      coverage,
      [1, 2, 3].map((month) => ({ year: 2026, month })),
      one,
    ),
  ).toEqual([6, null, 14]);
  const told = { ...coverage, unit: "%" };
  expect(plain(courseWords(told, { year: 2026, month: 3 }, course))).toBe(
    "S.d. Maret 2026: puskesmas 14 %, 8,5 di bawah target 22,5 %. Setahun sebelumnya 10 %. Belum dilaporkan: Februari.",
  );
});

test("no value, no target, a target of zero, and more than a hundred percent", () => {
  const told = { ...coverage, unit: "%" };
  const nothing = courseOf({ ...coverage, yearTarget: null }, { year: 2026, month: 6 }, [[[], []]]);
  expect(nothing.every(({ figure, target, lastYear }) => figure === null && target === null && lastYear === null)).toBe(
    true,
  );
  expect(courseWords(told, { year: 2026, month: 6 }, nothing)).toBe("Belum ada angka tahun 2026 sampai Juni.");
  expect(courseOf(coverage, { year: 2026, month: 6 }, []).every(({ figure }) => figure === null)).toBe(true);
  const over = courseOf({ ...coverage, yearTarget: { target: 0, monthly: [] } }, { year: 2026, month: 1 }, [
    [[row(2026, 1, 130)], bases],
  ]);
  expect(over[0]).toEqual({ month: 1, figure: 130, target: 0, lastYear: null });
  expect(plain(courseWords(told, { year: 2026, month: 1 }, over))).toBe(
    "S.d. Januari 2026: puskesmas 130 %, 130 di atas target 0 %.",
  );
});

test("a small line of what adds up shows whole years, others the last months", () => {
  expect([12, 24, 36].map((span) => shownMonths(coverage, 6, span))).toEqual([6, 18, 30]);
  expect(shownMonths({ ...coverage, isCumulative: false }, 6, 24)).toBe(24);
});
