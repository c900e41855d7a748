import { dayOf, formatDay, formatHours } from "@/lib/time";
import type { MeetingStatus } from "@/prisma/generated/enums";

export type WhenAndWhere = { startsAt: Date; endsAt: Date | null; place: string };

export type PastState = WhenAndWhere & { sequence: number };

/** Null when nothing changed since. */
export function knownState(changes: readonly PastState[], toldSequence: number | null): PastState | null {
  const later = changes.filter((change) => toldSequence === null || change.sequence > toldSequence);
  return later.reduce<PastState | null>(
    (first, change) => (first && first.sequence < change.sequence ? first : change),
    null,
  );
}

export function isMoved(before: WhenAndWhere, after: WhenAndWhere): boolean {
  return isTimeMoved(before, after) || before.place !== after.place;
}

export function isTimeMoved(before: WhenAndWhere, after: WhenAndWhere): boolean {
  return before.startsAt.getTime() !== after.startsAt.getTime() || before.endsAt?.getTime() !== after.endsAt?.getTime();
}

export function whenWords({ startsAt, endsAt }: WhenAndWhere, timeZone: string): string {
  return `${formatDay(dayOf(startsAt, timeZone))}, pukul ${formatHours(startsAt, endsAt, timeZone)}`;
}

/** Null while nothing has changed. */
export function noticeSequence(
  meeting: { status: MeetingStatus; sequence: number },
  changes: readonly { sequence: number }[],
): number | null {
  if (meeting.status === "CANCELLED" || meeting.status === "POSTPONED") return meeting.sequence;
  return changes.length > 0 ? Math.max(...changes.map((change) => change.sequence)) : null;
}
