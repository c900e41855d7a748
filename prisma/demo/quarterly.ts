import { quarterlyAgenda } from "./agendas";
import type { Calendar } from "./calendar";
import { answer, type Delegate, invite, mark } from "./guests";
import type { DemoSeat, Staff } from "./offices";
import type { Rows } from "./rows";
import { type Story, tellMeeting } from "./story";

/**
 * A Lokmin triwulanan that is over: everybody invited, half of them answered, nearly all came.
 * @param represented seats whose holder sent somebody else
 */
export function tellQuarterHeld(
  rows: Rows,
  { calendar, by }: { calendar: Calendar; by: Staff },
  seats: readonly DemoSeat[],
  held: {
    day: string;
    place: string;
    leader: string;
    organisers?: { id: string }[];
    represented?: readonly (readonly [DemoSeat, Delegate])[];
  },
): Story {
  const { day, represented = [], ...more } = held;
  const story = tellMeeting(rows, { calendar, by }, "CLOSED", {
    ...more,
    startsAt: calendar.at(day, "09:00"),
    endsAt: calendar.at(day, "12:30"),
    agenda: quarterlyAgenda,
  });
  invite(rows, story, seats);
  seats.forEach((seat, index) => {
    const delegate = represented.find(([principal]) => principal === seat)?.[1];
    if (delegate) {
      answer(rows, story, seat, "REPRESENTED", { delegate });
      mark(rows, story, seat, "REPRESENTED", { delegate });
    } else if (index % 12 === 9) {
      answer(rows, story, seat, "ABSENT", { reason: "Ada kegiatan lain yang tidak dapat ditinggalkan" });
      mark(rows, story, seat, "EXCUSED");
    } else {
      if (index % 2 === 0) answer(rows, story, seat, "PRESENT");
      mark(rows, story, seat, index % 17 === 15 ? "UNEXCUSED" : "PRESENT");
    }
  });
  return story;
}
