import { cellLooks, lateLook, shareLook } from "@/components/matrix/cell-looks";
import type { Head, ShownCell, ShownRow } from "@/components/matrix/matrix-table";
import { type MatrixFilter, measured, measureNames, usualMeasure } from "@/lib/matrix/filter";
import type { Office } from "@/lib/matrix/office";
import { percentWords } from "@/lib/matrix/readings";
import {
  attendanceShare,
  type Cell,
  isLate,
  type MatrixRow,
  meanAge,
  planShare,
  share,
  stateOf,
} from "@/lib/matrix/rows";
import { cellLetters, cellNames, columnKeys, periods } from "@/lib/matrix/states";
import { periodName } from "@/lib/meetings/rules";
import { dayOf, formatDayShort, monthNames } from "@/lib/time";
import { matrixAddress } from "./address";

const roman = ["I", "II", "III", "IV"];

export const figureHeads = [
  { key: "rtl", text: "RTL tepat waktu", title: "RTL yang selesai sampai batas waktunya, dari yang sudah jatuh tempo" },
  { key: "terlambat", text: "RTL terlambat", title: "RTL terbuka yang lewat batas waktunya" },
  { key: "umur", text: "Umur RTL (hari)", title: "Rata-rata umur RTL yang masih terbuka, sejak kegiatannya" },
  {
    key: "hadir",
    text: "Sektor hadir",
    title: "Undangan Lokmin triwulanan yang dihadiri sendiri atau diwakili",
  },
  { key: "aktif", text: "Terakhir aktif", title: "Kapan petugasnya terakhir mencatat sesuatu" },
] as const;

/** A day of the year that is shown goes without it. */
function day(date: Date | null, year: number): string {
  return date ? formatDayShort(dayOf(date, "Asia/Jakarta")).replace(` ${year}`, "") : "–";
}

function figuresOf(row: MatrixRow, year: number): string[] {
  const age = meanAge(row);
  return [
    percentWords(planShare(row.plan)),
    String(row.overdue),
    age === null ? "–" : String(age),
    percentWords(attendanceShare(row.attendance)),
    day(row.lastActiveAt, year),
  ];
}

export function headsOf(filter: MatrixFilter, first: string): Head[] {
  const sort = (urut: string) => ({
    href: matrixAddress("/matriks", { ...filter, urut }),
    isSorted: filter.urut === urut,
  });
  return [
    { text: first, ...sort("nama") },
    ...periods.map(({ kind, period }, place) => ({
      text: kind === "MONTHLY_LOKMIN" ? (monthNames[period - 1] ?? "").slice(0, 3) : `TW ${roman[period - 1]}`,
      ...sort(columnKeys[place] ?? ""),
    })),
    ...figureHeads.map(({ key, text, title }) => ({ text, title, ...sort(key) })),
  ];
}

export function shownRow(row: MatrixRow, office: Office, filter: MatrixFilter, year: number): ShownRow {
  const isPuskesmas = office.level === "puskesmas";
  const { tahun, ukuran, klaster } = filter;
  return {
    id: row.id,
    name: row.name,
    href: isPuskesmas
      ? `/kegiatan?puskesmas=${row.id}&tahun=${year}`
      : matrixAddress("/matriks", { wilayah: row.id, tahun, ukuran, klaster }),
    cells: row.cells.map((cell, place) =>
      isPuskesmas ? cellOfOne(cell, place, year) : cellOfMany(cell, place, row, filter),
    ),
    figures: figuresOf(row, year),
  };
}

function nameOf(place: number, year: number): string {
  const period = periods[place];
  return period ? periodName({ ...period, year }) : "";
}

function cellOfOne(cell: Cell, place: number, year: number): ShownCell {
  const state = stateOf(cell);
  const isOverdue = cell.reportOverdue > 0;
  const late = isOverdue ? ", laporan terlambat" : cell.reportLate > 0 ? ", dilaporkan terlambat" : "";
  return {
    text: `${cellLetters[state]}${isOverdue ? "!" : ""}`,
    look: isLate(cell) ? lateLook : cellLooks[state],
    title: `${nameOf(place, year)}: ${cellNames[state]}${late}`,
    ...(cell.meetingId ? { href: `/kegiatan/${cell.meetingId}` } : {}),
  };
}

function cellOfMany(cell: Cell, place: number, { id, puskesmas }: MatrixRow, filter: MatrixFilter): ShownCell {
  const measure = filter.ukuran ?? usualMeasure;
  const part = share(measured(cell, measure), cell.due);
  const isBad = measure === "terlambat";
  const { tahun, ukuran, klaster } = filter;
  return {
    text: part === null ? "–" : String(Math.floor(part * 100 + 1e-9)),
    look: part === null ? shareLook(null) : shareLook(isBad ? 1 - part : part),
    title: `${measured(cell, measure)} dari ${cell.due} puskesmas ${measureNames[measure]}${cell.due < puskesmas ? `; ${puskesmas - cell.due} belum waktunya` : ""}`,
    href: matrixAddress("/matriks", { wilayah: id, tahun, ukuran, klaster, urut: columnKeys[place] }),
  };
}
