import { daysOf } from "@/lib/matrix/cells-sql";
import type { MatrixRow } from "@/lib/matrix/rows";
import { columnKey, periods } from "@/lib/matrix/states";
import { periodName } from "@/lib/meetings/rules";
import type { PeriodCell } from "@/lib/meetings/year";
import { formatDay, formatDistance } from "@/lib/time";

export type Coming = { title: string; reason: string; href: string };

type NextMeeting = { id: string; title: string; day: string };

/** Of a puskesmas: its next meeting, and the nearest Lokmin that nobody planned. */
export function comingAtPuskesmas(
  { next, cells, year }: { next: NextMeeting | null; cells: readonly PeriodCell[]; year: number },
  today: string,
): Coming[] {
  const open = cells.find((cell) => cell.state === "unplanned" && daysOf(cell, year).last >= today);
  return [
    ...(next
      ? [
          {
            title: next.title,
            reason: `${formatDay(next.day)}, ${formatDistance(today, next.day)}`,
            href: `/kegiatan/${next.id}`,
          },
        ]
      : []),
    ...(open
      ? [
          {
            title: `Rencanakan Lokmin ${periodName({ ...open, year })}`,
            reason: "belum direncanakan; setahun dapat direncanakan sekaligus",
            href: `/kegiatan/rencana?tahun=${year}`,
          },
        ]
      : []),
  ];
}

/** Of a Dinkes: who lags, and which Lokmin is held by when. */
export function comingAtDinkes(
  { rows, noun, year }: { rows: readonly MatrixRow[]; noun: string; year: number },
  today: string,
): Coming[] {
  const late = rows.filter(({ cells }) => cells.some((cell) => cell.due > cell.held || cell.reportOverdue > 0));
  const place = periods.findIndex((period) => period.kind === "MONTHLY_LOKMIN" && daysOf(period, year).last >= today);
  const period = periods[place];
  const waited = rows.filter(({ cells }) => cells.some((cell, at) => at === place && cell.held === 0)).length;
  return [
    ...(late.length > 0
      ? [
          {
            title: `Tanyakan ${late.length} ${noun} yang tertinggal`,
            reason: "Lokmin terlewat atau laporannya terlambat",
            href: `/matriks?tahun=${year}`,
          },
        ]
      : []),
    ...(period && waited > 0
      ? [
          {
            title: `Ikuti Lokmin ${periodName({ ...period, year })}`,
            reason: `belum diadakan di ${waited} dari ${rows.length} ${noun}`,
            href: `/matriks?tahun=${year}&urut=${columnKey(period)}`,
          },
        ]
      : []),
  ];
}
