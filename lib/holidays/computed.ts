import { addDays, dateToDay } from "@/lib/time";

export type ComputedHoliday = { day: string; name: string; isEstimate: boolean };

const fixed = [
  ["01-01", "Tahun Baru Masehi"],
  ["05-01", "Hari Buruh Internasional"],
  ["06-01", "Hari Lahir Pancasila"],
  ["08-17", "Hari Kemerdekaan RI"],
  ["12-25", "Hari Raya Natal"],
] as const;

const afterEaster = [
  [-2, "Wafat Yesus Kristus"],
  [39, "Kenaikan Yesus Kristus"],
] as const;

const islamic = [
  ["7-27", "Isra Mikraj Nabi Muhammad SAW", 1],
  ["10-1", "Idul Fitri", 2],
  ["12-10", "Idul Adha", 1],
  ["1-1", "Tahun Baru Islam", 1],
  ["3-12", "Maulid Nabi Muhammad SAW", 1],
] as const;

export function computedHolidays(year: number): ComputedHoliday[] {
  const easter = easterOf(year);
  const found: ComputedHoliday[] = [
    ...fixed.map(([day, name]) => ({ day: `${year}-${day}`, name, isEstimate: false })),
    ...afterEaster.map(([days, name]) => ({ day: addDays(easter, days), name, isEstimate: false })),
    ...moonDays(year),
  ];
  return found.sort((one, other) => one.day.localeCompare(other.day));
}

/** Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher). */
export function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

const parts = { day: "numeric", month: "numeric", timeZone: "UTC" } as const;
const islamicDay = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", parts);
const chineseDay = new Intl.DateTimeFormat("en-u-ca-chinese", parts);

function monthAndDay(format: Intl.DateTimeFormat, instant: Date): string {
  const found = new Map(format.formatToParts(instant).map((part) => [part.type, part.value]));
  return `${found.get("month")}-${found.get("day")}`;
}

function moonDays(year: number): ComputedHoliday[] {
  const found: ComputedHoliday[] = [];
  for (let instant = Date.UTC(year, 0, 1); instant < Date.UTC(year + 1, 0, 1); instant += 86_400_000) {
    const date = new Date(instant);
    const day = dateToDay(date);
    const today = monthAndDay(islamicDay, date);
    for (const [key, name, days] of islamic)
      if (key === today)
        for (let index = 0; index < days; index += 1) found.push({ day: addDays(day, index), name, isEstimate: true });
    if (monthAndDay(chineseDay, date) === "1-1") found.push({ day, name: "Tahun Baru Imlek", isEstimate: true });
  }
  return found;
}
