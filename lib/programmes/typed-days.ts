import { addDays, daysBetween, formatDayShort, isDay } from "@/lib/time";

const longestRange = 366;
const most = 400;

/** Days as they are typed, one or a range in a line: "15/9/2025", "2025-09-15 s.d. 2025-09-19". */
export function readDays(typed: string): { days: string[]; faults: string[] } {
  const days = new Set<string>();
  const faults: string[] = [];
  for (const line of typed.split(/[\n;,]/).map((one) => one.trim())) {
    if (!line) continue;
    const [first = "", last = first, ...rest] = line.split(/\s*(?:s\.?\s?d\.?|sampai|–)\s*/i);
    const from = readDay(first);
    const to = readDay(last);
    if (!from || !to || rest.length > 0)
      faults.push(`Tulis hari seperti 15/9/2025 atau 15/9/2025 s.d. 19/9/2025, bukan “${line.slice(0, 60)}”`);
    else if (to < from || daysBetween(from, to) > longestRange)
      faults.push(`${formatDayShort(from)} s.d. ${formatDayShort(to)}: periksa kedua tanggalnya`);
    else for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  }
  if (days.size > most) faults.push(`Paling banyak ${most} hari`);
  return { days: [...days].sort(), faults: faults.slice(0, 5) };
}

function readDay(text: string): string | null {
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const [, date = "", month = "", year = ""] = numbers ?? [];
  const day = numbers ? `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}` : text;
  return isDay(day) && day >= "1990-01-01" && day <= "2100-12-31" ? day : null;
}

/** The same days for the form again: ranges of days that follow each other, one in a line. */
export function daysWords(days: readonly string[]): string {
  const ranges: [string, string][] = [];
  for (const day of days.toSorted()) {
    const last = ranges.at(-1);
    if (last && addDays(last[1], 1) === day) last[1] = day;
    else ranges.push([day, day]);
  }
  const written = (day: string) => day.split("-").reverse().join("/");
  return ranges.map(([from, to]) => (from === to ? written(from) : `${written(from)} s.d. ${written(to)}`)).join("\n");
}
