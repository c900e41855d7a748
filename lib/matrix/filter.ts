import { z } from "zod";
import { attendanceShare, type Cell, countFrom, lagOf, type MatrixRow, meanAge, planShare } from "@/lib/matrix/rows";
import { type CellState, cellSlugs, cellStates, columnKeys } from "@/lib/matrix/states";

export const sortKeys = ["tertinggal", "nama", "rtl", "terlambat", "umur", "hadir", "aktif", ...columnKeys] as const;

export const measures = ["terlaksana", "lengkap", "dilaporkan", "ditinjau", "terlambat"] as const;
export type Measure = (typeof measures)[number];

export const measureNames: Record<Measure, string> = {
  terlaksana: "terlaksana",
  lengkap: "dokumen lengkap",
  dilaporkan: "dilaporkan",
  ditinjau: "ditinjau",
  terlambat: "terlewat atau laporannya terlambat",
};

export const usualMeasure: Measure = "terlaksana";

export function measured(cell: Cell, measure: Measure = usualMeasure): number {
  const counts: Record<Measure, () => number> = {
    terlaksana: () => cell.held,
    lengkap: () => countFrom(cell, "complete"),
    dilaporkan: () => countFrom(cell, "reported"),
    ditinjau: () => countFrom(cell, "reviewed"),
    terlambat: () => (cell.counts[0] ?? 0) + cell.reportOverdue,
  };
  return counts[measure]();
}

const slugs = Object.keys(cellSlugs);

const absent = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const matrixFilterSchema = z.object({
  wilayah: absent(z.uuid()),
  klaster: absent(z.uuid()),
  tahun: absent(z.coerce.number().int().min(1991).max(2100)),
  urut: absent(z.string().refine((key) => sortKeys.some((known) => known === key))),
  keadaan: absent(z.string().refine((slug) => slugs.includes(slug))),
  periode: absent(z.string().refine((key) => columnKeys.includes(key))),
  ukuran: absent(z.enum(measures)),
  halaman: absent(z.coerce.number().int().min(1).max(999)),
});

export type MatrixFilter = z.output<typeof matrixFilterSchema>;

export function stateOfSlug(slug: string | undefined): CellState | undefined {
  return Object.entries(cellSlugs).find(([known]) => known === slug)?.[1];
}

type Order = (one: MatrixRow, other: MatrixRow) => number;

const byName: Order = (one, other) => one.name.localeCompare(other.name, "id", { numeric: true });

const least = (figure: (row: MatrixRow) => number | null): Order => {
  const of = (row: MatrixRow) => figure(row) ?? Infinity;
  return (one, other) => (of(one) === of(other) ? 0 : of(one) - of(other));
};
const most = (figure: (row: MatrixRow) => number | null): Order => least((row) => -(figure(row) ?? -1));

function orderOf(key: string | undefined): Order {
  const place = columnKeys.indexOf(key ?? "");
  if (place >= 0) return least((row) => progressOf(row, place));
  const orders: Record<string, Order> = {
    nama: () => 0,
    rtl: least((row) => planShare(row.plan)),
    terlambat: most((row) => row.overdue),
    umur: most(meanAge),
    hadir: least((row) => attendanceShare(row.attendance)),
    aktif: least((row) => row.lastActiveAt?.getTime() ?? 0),
  };
  return orders[key ?? ""] ?? most(lagOf);
}

function progressOf(row: MatrixRow, place: number): number {
  const cell = row.cells[place];
  if (!cell || row.puskesmas === 0) return 0;
  return cellStates.reduce((sum, state) => sum + countFrom(cell, state), 0) / row.puskesmas;
}

export function arrange(rows: readonly MatrixRow[], { urut, keadaan, periode }: MatrixFilter): MatrixRow[] {
  const state = stateOfSlug(keadaan);
  const place = columnKeys.indexOf(periode ?? "");
  const wanted = state === undefined ? -1 : cellStates.indexOf(state);
  const matches = (row: MatrixRow) =>
    row.cells.some((cell, column) => (place < 0 || column === place) && (cell.counts[wanted] ?? 0) > 0);
  const order = orderOf(urut);
  return rows.filter((row) => wanted < 0 || matches(row)).sort((one, other) => order(one, other) || byName(one, other));
}
