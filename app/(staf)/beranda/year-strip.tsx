import Link from "next/link";
import type { PeriodCell } from "@/lib/meetings/overview";
import { periodName, statusNames } from "@/lib/meetings/rules";
import { monthNames } from "@/lib/time";
import type { MeetingStatus } from "@/prisma/generated/enums";

const marks: Record<MeetingStatus, { sign: string; look: string }> = {
  DRAFT: { sign: "…", look: "bg-sunken text-muted" },
  SCHEDULED: { sign: "○", look: "bg-accent-soft text-accent-strong" },
  IN_PROGRESS: { sign: "◐", look: "bg-soon-soft text-soon" },
  CLOSED: { sign: "✓", look: "bg-done-soft text-done" },
  POSTPONED: { sign: "!", look: "bg-soon-soft text-soon" },
  CANCELLED: { sign: "✕", look: "bg-late-soft text-late" },
};

/** Twelve months and four quarters, each with the state of its Lokmin. */
export function YearStrip({ cells }: { cells: readonly PeriodCell[] }) {
  const monthly = cells.filter((cell) => cell.kind === "LOKMIN_BULANAN");
  const quarterly = cells.filter((cell) => cell.kind === "LOKMIN_TRIWULANAN");
  return (
    <div className="flex flex-col gap-3">
      <Strip
        name="Bulanan"
        cells={monthly}
        columns="grid-cols-6 sm:grid-cols-12"
        label={(cell) => (monthNames[cell.period - 1] ?? "").slice(0, 3)}
      />
      <Strip
        name="Triwulanan"
        cells={quarterly}
        columns="grid-cols-4"
        label={(cell) => `TW ${["I", "II", "III", "IV"][cell.period - 1]}`}
      />
      <p className="text-sm text-muted">✓ selesai · ◐ berlangsung · ○ terjadwal · … draf · – belum direncanakan</p>
    </div>
  );
}

type StripProps = { name: string; cells: readonly PeriodCell[]; columns: string; label: (cell: PeriodCell) => string };

function Strip({ name, cells, columns, label }: StripProps) {
  return (
    <div>
      <h3 className="mb-1 text-sm">{name}</h3>
      <ol className={`grid gap-1 ${columns}`}>
        {cells.map((cell) => (
          <li key={cell.period}>
            <Cell cell={cell} label={label(cell)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Cell({ cell, label }: { cell: PeriodCell; label: string }) {
  const mark = cell.status ? marks[cell.status] : { sign: "–", look: "bg-sunken text-muted" };
  const words = `${periodName({ ...cell, year: 0 }).replace(" 0", "")}: ${cell.status ? statusNames[cell.status] : "belum direncanakan"}`;
  const inside = (
    <>
      <span className="block text-xs">{label}</span>
      <span aria-hidden="true" className="block text-lg leading-tight font-bold">
        {mark.sign}
      </span>
      <span className="sr-only">{words}</span>
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
