import {
  attendanceShare,
  type Cell,
  countFrom,
  heldShare,
  type MatrixRow,
  planShare,
  type SectorCounts,
  share,
} from "@/lib/matrix/rows";

export const mapFigures = ["terlaksana", "tepat-waktu", "dilaporkan", "ditinjau", "rtl", "hadir"] as const;
export type MapFigure = (typeof mapFigures)[number];

export const mapFigureNames: Record<MapFigure, string> = {
  terlaksana: "Lokmin terlaksana",
  "tepat-waktu": "Lokmin tepat waktu",
  dilaporkan: "Lokmin dilaporkan",
  ditinjau: "Laporan ditinjau",
  rtl: "RTL selesai tepat waktu",
  hadir: "Lintas sektor hadir",
};

export const mapQuestions: Record<MapFigure, string> = {
  terlaksana: "Di mana Lokmin terlaksana?",
  "tepat-waktu": "Di mana Lokmin diadakan tepat waktu?",
  dilaporkan: "Di mana Lokmin sudah dilaporkan?",
  ditinjau: "Di mana laporan sudah ditinjau?",
  rtl: "Di mana RTL selesai tepat waktu?",
  hadir: "Di mana lintas sektor datang?",
};

/** Of one row or of several together, 0 to 1; null where there is nothing to share. */
export function mapFigure(rows: readonly MatrixRow[], figure: MapFigure): number | null {
  const cells = rows.flatMap((row) => row.cells);
  const figures: Record<MapFigure, () => number | null> = {
    terlaksana: () => heldShare(cells),
    "tepat-waktu": () => heldShare(cells, "inTime"),
    dilaporkan: () => stateShare(cells, "reported"),
    ditinjau: () => stateShare(cells, "reviewed"),
    rtl: () => planShare(rows.flatMap((row) => row.plan)),
    hadir: () => attendanceShare(rows.map((row) => row.attendance).reduce(addSectors, noSectors)),
  };
  return figures[figure]();
}

function stateShare(cells: readonly Cell[], state: "reported" | "reviewed"): number | null {
  const due = cells.reduce((sum, cell) => sum + cell.due, 0);
  return share(
    cells.reduce((sum, cell) => sum + countFrom(cell, state), 0),
    due,
  );
}

const noSectors: SectorCounts = { invited: 0, came: 0, represented: 0 };

function addSectors(one: SectorCounts, other: SectorCounts): SectorCounts {
  return {
    invited: one.invited + other.invited,
    came: one.came + other.came,
    represented: one.represented + other.represented,
  };
}

export const bands = ["A", "B", "C", "D"] as const;
export type Band = (typeof bands)[number];

export const bandNames: Record<Band, string> = {
  A: "semua",
  B: "80 % ke atas",
  C: "50 sampai 79 %",
  D: "di bawah 50 %",
};

export function bandOf(part: number | null): Band | null {
  if (part === null) return null;
  if (part >= 0.995) return "A";
  if (part >= 0.8) return "B";
  return part >= 0.5 ? "C" : "D";
}
