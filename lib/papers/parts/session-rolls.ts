import type { Actor } from "@/lib/actor";
import type { MeetingFacts } from "@/lib/papers/parts/meeting";
import { type Attendee, presentName, seatWords } from "@/lib/papers/parts/people";
import { sessionsOf } from "@/lib/papers/parts/sessions";
import { listSessionAttendees } from "@/lib/session-attendance/attendees";
import { listPresences, listSessionRolls } from "@/lib/session-attendance/reads";
import { dayOf, formatDayShort, formatHours } from "@/lib/time";

export type RolledSession = { number: number; topic: string; when: string | null; present: number };

/** @property marks by the session's number: "Hadir", "Tidak hadir"; nothing where nobody noted it */
export type RolledPerson = { name: string; seat: string; marks: ReadonlyMap<number, string> };

type Rolls = { sessions: RolledSession[]; people: RolledPerson[] };

/** The sessions of a training with who attended them; none where the meeting has an agenda only. */
export async function findSessionRolls(
  actor: Actor,
  { id, timeZone }: Pick<MeetingFacts, "id" | "timeZone">,
): Promise<Rolls> {
  const [sessions, attendees, presences] = await Promise.all([
    listSessionRolls(actor, id),
    listSessionAttendees(actor, id),
    listPresences(actor, id),
  ]);
  const numbers = new Map(sessions.map((session, index) => [session.id, index + 1]));
  const confirmed = presences.filter(({ confirmedAt }) => confirmedAt !== null);
  const marksOf = (attendanceId: string | null) =>
    new Map(
      confirmed
        .filter((presence) => presence.attendanceId === attendanceId)
        .map(({ sessionId, status }) => [numbers.get(sessionId) ?? 0, status === "PRESENT" ? "Hadir" : "Tidak hadir"]),
    );
  return {
    sessions: sessions.map(({ topic, startsAt, endsAt, counts }, index) => ({
      number: index + 1,
      topic,
      when: `${formatDayShort(dayOf(startsAt, timeZone))}, ${formatHours(startsAt, endsAt, timeZone)}`,
      present: counts.present,
    })),
    people: attendees.map(({ name, title, institution, represents, attendanceId }) => ({
      name,
      seat: [title === name ? null : title, institution, represents && `mewakili ${represents}`]
        .filter(Boolean)
        .join(", "),
      marks: marksOf(attendanceId),
    })),
  };
}

/** A kalakarya from before there were sessions: the lines of its agenda, to be signed by hand. */
export function rolledByAgenda(meeting: MeetingFacts, attendees: readonly Attendee[]): Rolls {
  const present = attendees.filter(({ isPresent }) => isPresent);
  const people = present.length > 0 ? present : attendees;
  return {
    sessions: sessionsOf(meeting).map(({ topic, hours }, index) => ({
      ...{ number: index + 1, topic, when: hours },
      present: 0,
    })),
    people: people.map((attendee) => ({
      ...{ name: presentName(attendee), seat: seatWords(attendee) },
      marks: new Map(),
    })),
  };
}
