import type { MeetingFacts } from "@/lib/papers/parts/meeting";
import { formatClock, zoneLabel } from "@/lib/time";

export type Session = {
  /** "09.00–09.45 WIB"; null from the first session on whose length nobody gave. */
  hours: string | null;
  topic: string;
  presenter: string | null;
  minutes: number | null;
};

/** The lines of the agenda with the hours that follow from their lengths. */
export function sessionsOf({
  agenda,
  startsAt,
  timeZone,
}: Pick<MeetingFacts, "agenda" | "startsAt" | "timeZone">): Session[] {
  let at: Date | null = startsAt;
  return agenda.map(({ topic, presenter, minutes }) => {
    const from = at;
    at = from && minutes !== null ? new Date(from.getTime() + minutes * 60_000) : null;
    const hours =
      from && at ? `${formatClock(from, timeZone)}–${formatClock(at, timeZone)} ${zoneLabel(timeZone)}` : null;
    return { hours, topic, presenter, minutes };
  });
}
