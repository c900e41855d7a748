import { monthlyAgenda } from "./agendas";
import { type Calendar, dayInMonthBefore } from "./calendar";
import { invite, mark } from "./guests";
import type { DemoSeat, Staff } from "./offices";
import type { Rows } from "./rows";
import { type Story, tellMeeting } from "./story";

/**
 * Lokmin bulanan that are over, one in each month before the one of `day`.
 * @param months how many, at most
 * @returns newest first
 */
export function tellMonthlies(
  rows: Rows,
  { calendar, by }: { calendar: Calendar; by: Staff },
  seats: readonly DemoSeat[],
  { day, months, place }: { day: string; months: number; place: string },
): Story[] {
  return Array.from({ length: months }, (_, index) => {
    const held = dayInMonthBefore(day, index + 1, 4 + (index % 3));
    const story = tellMeeting(rows, { calendar, by }, "CLOSED", {
      kind: "LOKMIN_BULANAN",
      startsAt: calendar.at(held, "08:00"),
      endsAt: calendar.at(held, "10:00"),
      place,
      leader: "Kepala Puskesmas",
      agenda: monthlyAgenda,
    });
    invite(rows, story, seats);
    seats.forEach((seat, place) => {
      const turn = (place + index * 3) % 11;
      mark(rows, story, seat, turn === 7 ? "DINAS_LUAR" : turn === 10 ? "IZIN" : "HADIR");
    });
    return story;
  });
}
