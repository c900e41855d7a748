import { formatMoment } from "@/lib/time";

export type MeetingHours = { startsAt: Date; endsAt: Date | null };

const hourMs = 3_600_000;
const minuteMs = 60_000;
const beforeStartHours = 3;
const openEndHours = 12;
const afterEndHours = 1;

/** The hour of arrival that the moment of marking proves: only while people come. */
export function arrivalAt({ startsAt, endsAt }: MeetingHours, markedAt: Date): Date | null {
  const from = startsAt.getTime() - beforeStartHours * hourMs;
  const end = endsAt?.getTime() ?? startsAt.getTime() + openEndHours * hourMs;
  const at = markedAt.getTime();
  return at >= from && at <= end + afterEndHours * hourMs ? markedAt : null;
}

const toleratedMs = 2 * minuteMs;

/**
 * How far the server's clock is ahead of the device's, in milliseconds; 0 where they agree.
 * @param sentAt the device's clock when it sent; null where it did not say
 */
export function clockDifference(sentAt: Date | null, now: Date): number {
  if (!sentAt) return 0;
  const difference = now.getTime() - sentAt.getTime();
  return Math.abs(difference) < toleratedMs ? 0 : difference;
}

/** A moment of the device in the server's time; null where it is in the future: the clock was changed in between. */
export function inServerTime(deviceAt: Date, difference: number, now: Date): Date | null {
  const at = new Date(deviceAt.getTime() + difference);
  return at.getTime() > now.getTime() + toleratedMs ? null : at;
}

/** "3 jam", "45 menit", "26.400 hari": how far a clock is off. @param difference in milliseconds */
export function differenceWords(difference: number): string {
  const minutes = Math.round(Math.abs(difference) / minuteMs);
  if (minutes < 60) return `${minutes} menit`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} jam` : `${new Intl.NumberFormat("id-ID").format(Math.round(hours / 24))} hari`;
}

/** What the history says of a mark whose device had a wrong clock. */
export function clockDetail(
  { deviceAt, difference }: { deviceAt: Date; difference: number },
  isKnown: boolean,
  timeZone: string,
): Record<string, string> {
  if (difference === 0 && isKnown) return {};
  const shown = formatMoment(deviceAt, timeZone);
  return {
    "jam perangkat": isKnown
      ? `${shown}, terpaut ${differenceWords(difference)}, diperbaiki`
      : `${shown}, tidak dapat dipakai`,
  };
}
