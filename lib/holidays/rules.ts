import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import type { ComputedHoliday } from "@/lib/holidays/computed";
import { daysBetween, formatDayShort, isDay, monthNames } from "@/lib/time";

/** A day on which the office is closed, and who says so; null: it is computed. */
export type Holiday = { day: string; name: string; isEstimate: boolean; by: { id: string; name: string } | null };

export function canWriteHolidays(actor: Actor): boolean {
  return isPuskesmasWriter(actor) || actor.role === "DINKES_ADMIN";
}

const sameDay: readonly (readonly [computed: RegExp, typed: RegExp])[] = [
  [/^Isra/, /isra|mi.?raj/i],
  [/^Idul Fitri/, /fitri|lebaran|1 syawal/i],
  [/^Idul Adha/, /adha|kurban|qurban/i],
  [/^Tahun Baru Islam/, /tahun baru islam|muharr?am|hijri/i],
  [/^Maulid/, /maulid|maulud/i],
  [/^Tahun Baru Imlek/, /imlek/i],
];

export function mergeHolidays(computed: readonly ComputedHoliday[], typed: readonly Holiday[]): Holiday[] {
  const decreed = typed.filter((holiday) => !/cuti/i.test(holiday.name));
  const isReplaced = ({ day, name, isEstimate }: ComputedHoliday) =>
    isEstimate &&
    sameDay.some(
      ([ofComputed, ofTyped]) =>
        ofComputed.test(name) &&
        decreed.some((holiday) => ofTyped.test(holiday.name) && Math.abs(daysBetween(holiday.day, day)) <= 3),
    );
  const typedDays = new Set(typed.map((holiday) => holiday.day));
  const left = computed
    .filter((holiday) => !isReplaced(holiday) && !typedDays.has(holiday.day))
    .map((holiday): Holiday => ({ ...holiday, by: null }));
  return [...left, ...typed].sort((one, other) => one.day.localeCompare(other.day));
}

export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function freeDayNotices(day: string, holidays: readonly Holiday[]): string[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const weekend = weekday === 0 ? ["hari Minggu"] : weekday === 6 ? ["hari Sabtu"] : [];
  const own = holidays
    .filter((holiday) => holiday.day === day)
    .map(({ name, isEstimate }) => `libur: ${name}${isEstimate ? " (perkiraan)" : ""}`);
  // An estimate may be a day early.
  const near = holidays
    .filter(({ day: other, isEstimate }) => isEstimate && daysBetween(other, day) === 1)
    .filter(({ name }) => !holidays.some((holiday) => holiday.day === day && holiday.name === name))
    .map(({ name }) => `sehari sesudah perkiraan ${name}`);
  return [...weekend, ...own, ...near];
}

export type TypedDays = { days: { day: string; name: string }[]; faults: string[] };

/** Days as people paste them, one a line: "2027-03-09 Nyepi", "9/3/2027 Nyepi", "9 Maret 2027 Nyepi". */
export function parseHolidays(text: string): TypedDays {
  const days = new Map<string, string>();
  const faults: string[] = [];
  text.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (!line) return;
    const { day, name } = readLine(line);
    const where = `Baris ${index + 1}`;
    if (!day) faults.push(`${where}: mulai dengan tanggal, misalnya 2027-03-09 Nyepi`);
    else if (!isDay(day) || day < "1990-01-01" || day > "2100-12-31")
      faults.push(`${where}: tanggal tidak ada di kalender`);
    else if (!name) faults.push(`${where}: tulis nama hari libur sesudah ${formatDayShort(day)}`);
    else if (name.length > 120) faults.push(`${where}: nama paling banyak 120 huruf`);
    else days.set(day, name);
  });
  return { days: [...days].map(([day, name]) => ({ day, name })), faults };
}

function readLine(line: string): { day: string | null; name: string } {
  const iso = /^(\d{4}-\d{2}-\d{2})(?!\d)(.*)$/.exec(line);
  if (iso?.[1]) return { day: iso[1], name: nameOf(iso[2]) };
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)(.*)$/.exec(line);
  if (numbers) return { day: isoDay(numbers[3], numbers[2], numbers[1]), name: nameOf(numbers[4]) };
  const words = /^(\d{1,2}) ([A-Za-z]{3,10}) (\d{4})(?!\d)(.*)$/.exec(line);
  const month = words ? monthOf(words[2] ?? "") : 0;
  return words && month > 0
    ? { day: isoDay(words[3], String(month), words[1]), name: nameOf(words[4]) }
    : { day: null, name: "" };
}

function monthOf(word: string): number {
  return monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) + 1;
}

function isoDay(year = "", month = "", day = ""): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function nameOf(rest = ""): string {
  return rest.replace(/^[\s;,:|–—-]+/, "").trim();
}
