import { expect, test } from "vitest";
import { achieveAll, type IndicatorMeasure, nothingReported } from "@/lib/pws/achievement";
import { evidenceOf, statementOf } from "@/lib/pws/proposal-words";
import { achieveTotal } from "@/lib/pws/puskesmas-total";
import type { PwsColumn } from "@/lib/pws/pws";
import { figureWords, gapWords, lineWords, villagesOff, worstVillage } from "@/lib/pws/readings";

const villages = ["Kedaung", "Margasari", "Sukapura"].map((name, index) => ({ code: `18.01.15.200${index}`, name }));
const codes = villages.map(({ code }) => code);
const june = { year: 2026, month: 6 };

function column(name: string, figures: (number | null)[], changes: Partial<IndicatorMeasure> = {}): PwsColumn {
  const measure: IndicatorMeasure = {
    form: "PERCENT",
    isCumulative: false,
    lowerIsBetter: false,
    spread: "FLAT",
    ...changes,
  };
  const unit = measure.form === "COUNT" ? "kasus" : "%";
  const texts = { definition: null, numerator: null, denominator: null, topic: null };
  const yearTarget = { target: measure.lowerIsBetter ? 14 : 80, monthly: [] };
  const reports = figures.map((value) => ({ ...nothingReported, value, before: value === null ? null : value - 1 }));
  return {
    indicator: { id: name, name, unit, ...texts, ...measure, yearTarget },
    achievements: achieveAll(measure, yearTarget, reports, june.month),
    total: achieveTotal(measure, yearTarget, reports, june.month),
  };
}

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("figures as they are written here", () => {
  expect(plain(figureWords({ form: "COVERAGE", unit: "%" }, 77.5))).toBe("77,5 %");
  expect(plain(figureWords({ form: "COVERAGE", unit: "%" }, 112.5))).toBe("112,5 %");
  expect(figureWords({ form: "COUNT", unit: "kasus" }, 1250)).toBe("1.250 kasus");
  expect(figureWords({ form: "COVERAGE", unit: "%" }, null)).toBe("–");
  expect([32.5, -13.75, 0, -0.04, null].map(gapWords)).toEqual(["+32,5", "−13,8", "0", "−0,04", "–"]);
  expect(plain(lineWords("Kedaung", { form: "PERCENT", unit: "%" }, [7, null, 3.4]))).toBe(
    "Kedaung, 3 bulan: 7 % menjadi 3,4 %, paling tinggi 7 %, 1 bulan belum dilaporkan",
  );
});

test("the worst desa is last and off target in the most indicators", () => {
  const idl = column("IDL", [70, 31.2, 90]);
  const stunting = column("Stunting", [12, 21, 13], { lowerIsBetter: true });
  const reached = column("K6", [85, 90, 99]);
  const silent = column("ABJ", [null, null, null]);
  const worst = worstVillage(villages, [idl, stunting, reached, silent]);
  expect(worst).toMatchObject({ village: { name: "Margasari" }, of: 3 });
  expect(worst?.last.map(({ name, figure }) => `${name} ${plain(figure)}`)).toEqual(["IDL 31,2 %", "Stunting 21 %"]);
  expect(worstVillage(villages, [reached])).toBeNull();
  expect(worstVillage(villages, [column("sama", [50, 50, 50])])).toBeNull();
  expect(worstVillage([], [])).toBeNull();
});

test("of one indicator the worst come first, either way", () => {
  const names = (one: PwsColumn) => villagesOff(villages, one, () => true).map(({ name }) => name);
  expect(names(column("IDL", [70, 31.2, 90]))).toEqual(["Margasari", "Kedaung", "Sukapura"]);
  expect(names(column("Stunting", [12, 21, 13], { lowerIsBetter: true }))).toEqual([
    "Margasari",
    "Sukapura",
    "Kedaung",
  ]);
});

test("a proposal says what, where and by which figures", () => {
  const idl = column("IDL", [70, 31.2, 90]);
  const two = codes.slice(0, 2);
  expect(statementOf(idl, villages, two)).toBe("IDL di bawah target di 2 desa: Kedaung dan Margasari");
  expect(statementOf(idl, villages, codes.slice(1, 2))).toBe("IDL di bawah target di Desa Margasari");
  expect(plain(evidenceOf(idl, villages, two, june))).toBe(
    "IDL Juni 2026: puskesmas 63,7 %, target 80 %. Margasari 31,2 % (−48,8), Kedaung 70 % (−10).",
  );
  const stunting = column("Stunting", [12, 21, 13], { lowerIsBetter: true });
  expect(statementOf(stunting, villages, codes.slice(1, 2))).toBe("Stunting di atas batas di Desa Margasari");
  expect(statementOf(stunting, villages, codes.slice(0, 1))).toBe("Stunting memburuk dari bulan lalu di Desa Kedaung");
});

test("however many desa, the words fit their field and say what they leave out", () => {
  const many = Array.from({ length: 108 }, (_, index) => ({
    code: String(index),
    name: `Desa Panjang Sekali ${index}`,
  }));
  const one = column(
    "Cakupan".repeat(20),
    many.map((_, index) => index % 70),
  );
  const all = many.map(({ code }) => code);
  expect(statementOf(one, many, all).length).toBeLessThanOrEqual(500);
  expect(
    statementOf(
      column(
        "IDL",
        many.map(() => 3),
      ),
      many,
      all,
    ),
  ).toMatch(/11, dan 96 desa lain$/);
  const evidence = evidenceOf(one, many, all, june);
  expect(evidence.length).toBeLessThanOrEqual(500);
  expect(evidence).toMatch(/, dan \d+ desa lain\.$/);
});
