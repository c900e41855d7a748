import type { MeetingFacts } from "@/lib/papers/parts/meeting";
import { dayOf, formatClock, formatDayShort, zoneLabel } from "@/lib/time";
import { sessionFormNames, speakerLines } from "@/lib/trainings/fields";
import type { FoundSession } from "@/lib/trainings/reads";

export type Session = {
  /** "09.00–09.45 WIB"; null from the first session on whose length nobody gave. */
  hours: string | null;
  topic: string;
  presenter: string | null;
  minutes: number | null;
  form?: string;
  room?: string | null;
  lessons?: number;
};

type Timed = Pick<MeetingFacts, "agenda" | "startsAt" | "timeZone"> &
  Partial<Pick<MeetingFacts, "sessions" | "lastDay">>;

/** A training's sessions; else the lines of the agenda with the hours that follow from their lengths. */
export function sessionsOf({ agenda, startsAt, timeZone, sessions = [], lastDay = null }: Timed): Session[] {
  if (sessions.length > 0) return sessions.map((session) => ofTraining(session, timeZone, lastDay !== null));
  let at: Date | null = startsAt;
  return agenda.map(({ topic, presenter, minutes }) => {
    const from = at;
    at = from && minutes !== null ? new Date(from.getTime() + minutes * 60_000) : null;
    const hours =
      from && at ? `${formatClock(from, timeZone)}–${formatClock(at, timeZone)} ${zoneLabel(timeZone)}` : null;
    return { hours, topic, presenter, minutes };
  });
}

function ofTraining(session: FoundSession, timeZone: string, hasDays: boolean): Session {
  const { topic, startsAt, endsAt, speakers, form, room, lessons } = session;
  const clock = `${formatClock(startsAt, timeZone)}–${formatClock(endsAt, timeZone)} ${zoneLabel(timeZone)}`;
  return {
    ...{ topic, room, lessons, form: sessionFormNames[form] },
    hours: hasDays ? `${formatDayShort(dayOf(startsAt, timeZone))}, ${clock}` : clock,
    presenter: speakerLines(speakers).replaceAll(" / ", ", ") || null,
    minutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
  };
}
