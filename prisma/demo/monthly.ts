import { monthlyAgenda } from "./agendas";
import { type Calendar, dayInMonthBefore } from "./calendar";
import { addMeeting, type DemoMeeting } from "./demo-meeting";
import type { Rows } from "./demo-rows";
import { invite, mark } from "./guests";
import type { DemoSeat, Staff } from "./offices";

/**
 * Lokmin bulanan that are over, one a month back from the month of `day`, that one too if its day is past.
 * @param held.months how many months back
 * @param held.without the month of `day`, since it has a meeting already
 * @param held.missed so many months back none was held
 * @returns newest first
 */
export function addMonthlies(
  rows: Rows,
  { calendar, by }: { calendar: Calendar; by: Staff },
  seats: readonly DemoSeat[],
  {
    day,
    months,
    place,
    without = false,
    missed,
  }: { day: string; months: number; place: string; without?: boolean; missed?: number },
): DemoMeeting[] {
  const days = Array.from({ length: months + 1 }, (_, back) => dayInMonthBefore(day, back, 4 + ((back + months) % 5)));
  return days
    .filter((held, back) => held < calendar.today && !(without && back === 0) && back !== missed)
    .map((held, index) => {
      const demo = addMeeting(rows, { calendar, by }, "CLOSED", {
        kind: "MONTHLY_LOKMIN",
        startsAt: calendar.at(held, "08:00"),
        endsAt: calendar.at(held, "10:00"),
        place,
        leader: "Kepala Puskesmas",
        agenda: monthlyAgenda,
      });
      invite(rows, demo, seats);
      seats.forEach((seat, position) => {
        const turn = (position + index * 3) % 11;
        mark(rows, demo, seat, turn === 7 ? "OFFICIAL_TRAVEL" : turn === 10 ? "EXCUSED" : "PRESENT");
      });
      return demo;
    });
}

/** Months from January to the one before `day`; three at least. */
export function monthsOfYear(day: string): number {
  return Math.max(3, Number(day.slice(5, 7)) - 1);
}
