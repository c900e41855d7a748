// Instants are Dates; a calendar day is "2026-06-24"; a clock is "09.00" on screen and "09:00" in a form.
// Indonesia has three zones and no daylight saving time (Keppres 41/1987, in force since 1 January 1988).

export const timeZones = {
  "Asia/Jakarta": { label: "WIB", hours: 7 },
  "Asia/Makassar": { label: "WITA", hours: 8 },
  "Asia/Jayapura": { label: "WIT", hours: 9 },
} as const;

export type TimeZone = keyof typeof timeZones;

export function isTimeZone(text: string): text is TimeZone {
  return Object.hasOwn(timeZones, text);
}

function zone(timeZone: string) {
  if (!isTimeZone(timeZone)) throw new Error(`Not a time zone of Indonesia: ${timeZone}`);
  return timeZones[timeZone];
}

export function zoneLabel(timeZone: string): string {
  return zone(timeZone).label;
}

/** The instant of a day and a clock ("2026-06-24", "09:00") in a zone. */
export function toInstant(day: string, clock: string, timeZone: string): Date {
  return new Date(Date.parse(`${day}T${clock}:00Z`) - zone(timeZone).hours * 3_600_000);
}

function localIso(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + zone(timeZone).hours * 3_600_000).toISOString();
}

export function dayOf(instant: Date, timeZone: string): string {
  return localIso(instant, timeZone).slice(0, 10);
}

/** The clock of an instant in a zone as a form wants it, "09:00". */
export function clockOf(instant: Date, timeZone: string): string {
  return localIso(instant, timeZone).slice(11, 16);
}

/** A day as the database's `date` gives it (midnight UTC). */
export function dayToDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

export function dateToDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dateToDay(dayToDate(text)) === text;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((dayToDate(to).getTime() - dayToDate(from).getTime()) / 86_400_000);
}

export function addDays(day: string, count: number): string {
  return dateToDay(new Date(dayToDate(day).getTime() + count * 86_400_000));
}

export const monthNames = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;

const date = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
const fullDay = new Intl.DateTimeFormat("id-ID", { weekday: "long", ...date });
const longDay = new Intl.DateTimeFormat("id-ID", date);
const shortDay = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** "November 2026" @param day "2026-11-01" */
export function formatMonth(day: string): string {
  return `${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

const weekday = new Intl.DateTimeFormat("id-ID", { weekday: "short", timeZone: "UTC" });

/** "Jum, 4 Des 2026". */
export function formatDayOfWeek(day: string): string {
  return `${weekday.format(dayToDate(day))}, ${formatDayShort(day)}`;
}

export function formatDay(day: string): string {
  return fullDay.format(dayToDate(day));
}

export function formatDayLong(day: string): string {
  return longDay.format(dayToDate(day));
}

export function formatDayShort(day: string): string {
  return shortDay.format(dayToDate(day));
}

export function formatClock(instant: Date, timeZone: string): string {
  return clockOf(instant, timeZone).replace(":", ".");
}

export function formatHours(startsAt: Date, endsAt: Date | null, timeZone: string): string {
  const from = formatClock(startsAt, timeZone);
  const label = zoneLabel(timeZone);
  if (!endsAt) return `${from} ${label} s.d. selesai`;
  const to = formatClock(endsAt, timeZone);
  const lastDay = dayOf(endsAt, timeZone);
  if (lastDay === dayOf(startsAt, timeZone)) return `${from}–${to} ${label}`;
  return `${from} s.d. ${formatDay(lastDay)}, ${to} ${label}`;
}

export function formatMoment(instant: Date, timeZone: string): string {
  return `${formatDayShort(dayOf(instant, timeZone))} ${formatClock(instant, timeZone)} ${zoneLabel(timeZone)}`;
}

export function formatDistance(today: string, day: string): string {
  const days = daysBetween(today, day);
  if (days === 0) return "hari ini";
  if (days === 1) return "besok";
  if (days === -1) return "kemarin";
  return days > 0 ? `${days} hari lagi` : `${-days} hari lalu`;
}
