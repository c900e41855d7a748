"use client";

import { addDays, dayToDate, formatMonth } from "@/lib/time";

export type MonthCalendarProps = {
  /** "2026-12". */
  month: string;
  today: string;
  chosen: string | null;
  /** Names of what is held, by the day of the month. */
  held: Readonly<Record<string, readonly string[]>>;
  /** Addresses of the months around; the day's own is this one with the day behind it. */
  previous: string;
  next: string;
  dayAddress: string;
};

const weekdays = ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"];

/** A month beside a list: a day on which something is held leads to it. On a phone it is folded. */
export function MonthCalendar({ month, today, chosen, held, previous, next, dayAddress }: MonthCalendarProps) {
  const name = formatMonth(`${month}-01`);
  return (
    <details className="month no-print" open={chosen !== null}>
      <summary>Kalender {name}</summary>
      <div data-in-app>
        <p>
          <a href={previous} aria-label="Bulan sebelumnya">
            ‹
          </a>
          <b>{name}</b>
          <a href={next} aria-label="Bulan berikutnya">
            ›
          </a>
        </p>
        <table aria-label={`Kalender ${name}`}>
          <thead>
            <tr>
              {weekdays.map((day) => (
                <th key={day} scope="col">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <td key={day} aria-current={day === today ? "date" : undefined}>
                    {day.startsWith(month) && (
                      <Day day={day} titles={held[day]} isChosen={day === chosen} address={dayAddress} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

type DayProps = { day: string; titles: readonly string[] | undefined; isChosen: boolean; address: string };

function Day({ day, titles, isChosen, address }: DayProps) {
  const number = Number(day.slice(8));
  if (!titles) return number;
  return (
    <a
      href={`${address}${day}`}
      title={titles.join("\n")}
      aria-label={`${number}: ${titles.slice(0, 3).join(", ")}${titles.length > 3 ? ` dan ${titles.length - 3} lain` : ""}`}
      aria-current={isChosen ? "true" : undefined}
    >
      {number}
    </a>
  );
}

/** The weeks that hold the month, Monday first. */
function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const monday = addDays(first, -((dayToDate(first).getUTCDay() + 6) % 7));
  return [0, 1, 2, 3, 4, 5]
    .map((week) => Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)))
    .filter((week) => week.some((day) => day.startsWith(month)));
}
