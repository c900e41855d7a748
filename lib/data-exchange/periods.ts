/** A DHIS2 period that Lokmin keeps: one month. */
export type Month = { year: number; month: number };

export function periodOf({ year, month }: Month): string {
  return `${year}${String(month).padStart(2, "0")}`;
}

const otherPeriods: readonly [RegExp, string][] = [
  [/^\d{4}$/, "tahunan"],
  [/^\d{4}Q[1-4]$/, "triwulanan"],
  [/^\d{4}S[12]$/, "semesteran"],
  [/^\d{8}$/, "harian"],
  [/^\d{4}(Wed|Thu|Sat|Sun)?W\d{1,2}$/, "mingguan"],
];

export function readPeriod(text: string): Month | { reason: string } {
  const [, year, month] = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year && month) return { year: Number(year), month: Number(month) };
  const [, name] = otherPeriods.find(([form]) => form.test(text)) ?? [];
  return {
    reason: name
      ? `Periode ${name} ${text} tidak dapat dibagi ke bulan: minta data bulanan, misalnya 202601`
      : `Periode “${text.slice(0, 20)}” tidak dikenal: tulis seperti 202601`,
  };
}

/** The months of 202601, 2026Q1 or 2026; null for anything else. */
export function monthsWithin(period: string): { year: number; from: number; to: number } | null {
  const [, year, quarter, month] = /^(20\d{2})(?:Q([1-4])|(0[1-9]|1[0-2]))?$/.exec(period) ?? [];
  if (!year) return null;
  if (month) return { year: Number(year), from: Number(month), to: Number(month) };
  if (quarter) return { year: Number(year), from: Number(quarter) * 3 - 2, to: Number(quarter) * 3 };
  return { year: Number(year), from: 1, to: 12 };
}
