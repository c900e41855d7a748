import { dayOf, daysBetween } from "@/lib/time";

/** Days after the due date on which a meeting was first reported; 0 where it was in time. */
export function lateDays(meeting: { startsAt: Date; timeZone: string }, firstSentAt: Date, reportDays: number): number {
  const { startsAt, timeZone } = meeting;
  return Math.max(0, daysBetween(dayOf(startsAt, timeZone), dayOf(firstSentAt, timeZone)) - reportDays);
}

export function lateWords(days: number, reportDays: number): string {
  return `terlambat ${days} hari (batas ${reportDays} hari sesudah kegiatan)`;
}
