import { dateToDay, dayToDate } from "@/lib/time";

const decimals = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });

/** "8", "12,5". */
export function decimalWords(value: number | string | { toString: () => string }): string {
  return decimals.format(Number(value.toString()));
}

export const defaultPattern = "{nomor:3}/SERT/{bulan-romawi}/{tahun}";

/** The last day on which something of so many months is good: the day before the same day of that month. */
export function lastDayOf(from: string, months: number): string {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth));
  return dateToDay(new Date(end - 86_400_000));
}

/** "Kamis, 20 November 2025" as it is, or first and last day of several. */
export function daysWords(days: readonly string[], words: (day: string) => string): string {
  const [first = "", ...rest] = [...new Set(days)].sort();
  const last = rest.at(-1);
  return last ? `${words(first)} s.d. ${words(last)}` : words(first);
}

export function isOver(expiresOn: Date, today: string): boolean {
  return expiresOn < dayToDate(today);
}
