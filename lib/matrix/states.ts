/** How far the Lokmin of a period is, the least first. */
export const cellStates = [
  "missed",
  "before",
  "unplanned",
  "planned",
  "running",
  "held",
  "complete",
  "returned",
  "reported",
  "reviewed",
] as const;

export type CellState = (typeof cellStates)[number];

export const cellLetters: Record<CellState, string> = {
  missed: "X",
  before: "·",
  unplanned: "–",
  planned: "R",
  running: "J",
  held: "L",
  complete: "D",
  returned: "P",
  reported: "K",
  reviewed: "T",
};

export const cellNames: Record<CellState, string> = {
  missed: "terlewat, belum diadakan",
  before: "sebelum Lokmin dipakai",
  unplanned: "belum direncanakan",
  planned: "direncanakan",
  running: "sedang berjalan",
  held: "terlaksana, dokumen belum lengkap",
  complete: "dokumen lengkap dan disahkan",
  returned: "dikembalikan untuk diperbaiki",
  reported: "dilaporkan",
  reviewed: "ditinjau Dinkes",
};

export const cellSlugs = {
  terlewat: "missed",
  "sebelum-dipakai": "before",
  "belum-direncanakan": "unplanned",
  direncanakan: "planned",
  berjalan: "running",
  terlaksana: "held",
  lengkap: "complete",
  dikembalikan: "returned",
  dilaporkan: "reported",
  ditinjau: "reviewed",
} as const satisfies Record<string, CellState>;

export type StripKind = "MONTHLY_LOKMIN" | "QUARTERLY_LOKMIN";

export type Period = { kind: StripKind; period: number };

export const periods: readonly Period[] = [
  ...Array.from({ length: 12 }, (_, index): Period => ({ kind: "MONTHLY_LOKMIN", period: index + 1 })),
  ...Array.from({ length: 4 }, (_, index): Period => ({ kind: "QUARTERLY_LOKMIN", period: index + 1 })),
];

/** "b3" of March, "t2" of the second quarter: as the address names a column. */
export function columnKey({ kind, period }: Period): string {
  return `${kind === "MONTHLY_LOKMIN" ? "b" : "t"}${period}`;
}

export const columnKeys: readonly string[] = periods.map(columnKey);
