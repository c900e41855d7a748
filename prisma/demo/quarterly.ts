import { quarterlyAgenda } from "./agendas";
import type { Calendar } from "./calendar";
import { addMeeting, type DemoMeeting } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { answer, type Delegate, invite, mark } from "./guests";
import { addCamatLetter } from "./letters";
import type { DemoSeat, Staff } from "./offices";

/**
 * A Lokmin triwulanan that is over: everybody invited, half of them answered, nearly all came.
 * @param represented seats whose holder sent somebody else
 */
export function addQuarterHeld(
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
): DemoMeeting {
  const { day, represented = [], ...more } = held;
  const demo = addMeeting(rows, { calendar, by }, "CLOSED", {
    ...more,
    startsAt: calendar.at(day, "09:00"),
    endsAt: calendar.at(day, "12:30"),
    agenda: quarterlyAgenda,
  });
  invite(rows, demo, seats);
  addCamatLetter(rows, demo, seats);
  seats.forEach((seat, index) => {
    const delegate = represented.find(([principal]) => principal === seat)?.[1];
    if (delegate) {
      answer(rows, demo, seat, "REPRESENTED", { delegate });
      mark(rows, demo, seat, "REPRESENTED", { delegate });
    } else if (index % 12 === 9) {
      answer(rows, demo, seat, "ABSENT", { reason: "Ada kegiatan lain yang tidak dapat ditinggalkan" });
      mark(rows, demo, seat, "EXCUSED");
    } else {
      if (index % 2 === 0) answer(rows, demo, seat, "PRESENT");
      mark(rows, demo, seat, index % 17 === 15 ? "UNEXCUSED" : "PRESENT");
    }
  });
  return demo;
}
