import Link from "next/link";
import { PeriodLegend, periodMarks } from "@/components/period-state";
import { periodName } from "@/lib/meetings/rules";
import type { PeriodCell } from "@/lib/meetings/year";
import { periodStateNames } from "@/lib/meetings/year-rules";
import { monthNames } from "@/lib/time";

/** Twelve months and four quarters, each with the state of its Lokmin. */
export function YearStrip({ cells, year }: { cells: readonly PeriodCell[]; year: number }) {
  return (
    <div className="flex flex-col gap-3">
      <Strip
        name="Bulanan"
        year={year}
        cells={cells.filter((cell) => cell.kind === "MONTHLY_LOKMIN")}
        columns="grid-cols-6 sm:grid-cols-12"
        label={(cell) => (monthNames[cell.period - 1] ?? "").slice(0, 3)}
      />
      <Strip
        name="Triwulanan"
        year={year}
        cells={cells.filter((cell) => cell.kind === "QUARTERLY_LOKMIN")}
        columns="grid-cols-4"
        label={(cell) => `TW ${["I", "II", "III", "IV"][cell.period - 1]}`}
      />
      <PeriodLegend />
    </div>
  );
}

type StripProps = {
  name: string;
  year: number;
  cells: readonly PeriodCell[];
  columns: string;
  label: (cell: PeriodCell) => string;
};

function Strip({ name, year, cells, columns, label }: StripProps) {
  return (
    <div>
      <h3 className="mb-1 text-sm">{name}</h3>
      <ol className={`grid gap-1 ${columns}`}>
        {cells.map((cell) => (
          <li key={cell.period}>
            <Cell cell={cell} year={year} label={label(cell)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Cell({ cell, year, label }: { cell: PeriodCell; year: number; label: string }) {
  const mark = periodMarks[cell.state];
  const inside = (
    <>
      <span aria-hidden="true" className="block text-xs">
        {label}
      </span>
      <span aria-hidden="true" className="block text-lg leading-tight font-bold">
        {mark.sign}
      </span>
      <span className="sr-only">{`${periodName({ ...cell, year })}: ${periodStateNames[cell.state]}`}</span>
    </>
  );
  const look = `block min-h-11 rounded py-1 text-center ${mark.look}`;
  return cell.meetingId ? (
    <Link href={`/kegiatan/${cell.meetingId}`} prefetch={false} className={`${look} no-underline`}>
      {inside}
    </Link>
  ) : (
    <span className={look}>{inside}</span>
  );
}
