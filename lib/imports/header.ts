import { type Refusal, refuse } from "@/lib/actor";
import { inGeneralWords } from "@/lib/area-words/local";

const conjunction = new Intl.ListFormat("id", { type: "conjunction" });

/** A column a file may have: how it is written, what else it is called, and whether the file is nothing without it. */
export type Column<K extends string> = {
  key: K;
  header: string;
  obligatory: boolean;
  unless?: K;
  also: readonly string[];
  matches?: (heading: string) => boolean;
  mayMerge?: boolean;
};

export type Header<K extends string> = {
  line: number;
  end: number;
  places: Map<K, number>;
  headings: Map<K, string>;
  unused: { place: number; heading: string }[];
};

const rowsAboveHeader = 10;

export function columnFinder<K extends string>(columns: readonly Column<K>[]) {
  const known = new Map<string, Column<K>>(
    columns.flatMap((column) =>
      [column.header, ...column.also].map((name): [string, Column<K>] => [plain(name), column]),
    ),
  );
  const special = columns.filter(({ matches }) => matches);
  return (cell: string): Column<K> | undefined =>
    cell.length > 100
      ? undefined
      : (known.get(plain(cell)) ??
        known.get(plain(inGeneralWords(cell))) ??
        special.find(({ matches }) => matches?.(cell)));
}

/**
 * Finds the row of column names among the first of a sheet and which column is which: their order does not matter,
 * other columns may stand between, and the names may take two rows.
 */
export function findHeader<K extends string>(
  lines: readonly (readonly string[])[],
  columns: readonly Column<K>[],
): { ok: true; header: Header<K> } | Refusal {
  const columnOf = columnFinder(columns);
  const filled = lines.findIndex((cells) => cells.some(Boolean));
  if (filled < 0) return refuse("Berkas ini tidak berisi apa-apa. Isi templat, lalu unggah lagi.", "file");
  // Rows with nothing in them above the table do not count.
  const found = lines
    .slice(0, filled + rowsAboveHeader)
    .findIndex((cells) => cells.filter((cell) => columnOf(cell)).length >= 2);
  const line = found < 0 ? filled : found;
  const upper = lines[line] ?? [];
  const lower = lines[line + 1] ?? [];
  const isDouble = found >= 0 && isSecondRow(upper, lower, columnOf);
  const cells = isDouble ? overlaid(upper, lower, columnOf) : upper;
  return placed({ line, end: line + (isDouble ? 2 : 1), cells }, columns, columnOf);
}

type ColumnOf<K extends string> = (cell: string) => Column<K> | undefined;

/** Below a column's name is nothing or another name: anything else is a row of values. */
function isSecondRow<K extends string>(
  upper: readonly string[],
  lower: readonly string[],
  columnOf: ColumnOf<K>,
): boolean {
  const isNames = lower.every((cell, place) => !cell || columnOf(cell) || !columnOf(upper[place] ?? ""));
  return isNames && lower.filter((cell) => columnOf(cell)).length >= 2;
}

function overlaid<K extends string>(
  upper: readonly string[],
  lower: readonly string[],
  columnOf: ColumnOf<K>,
): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, place) => {
    const [above = "", below = ""] = [upper[place], lower[place]];
    return below && (columnOf(below) || !columnOf(above)) ? below : above;
  });
}

function placed<K extends string>(
  { line, end, cells }: { line: number; end: number; cells: readonly string[] },
  columns: readonly Column<K>[],
  columnOf: ColumnOf<K>,
): { ok: true; header: Header<K> } | Refusal {
  const places = new Map<K, number>();
  const headings = new Map<K, string>();
  const unused: Header<K>["unused"] = [];
  for (const [place, heading] of cells.entries()) {
    const column = columnOf(heading);
    if (!column && heading) unused.push({ place, heading });
    if (!column) continue;
    if (places.has(column.key))
      return refuse(`Kolom “${column.header}” ada dua kali di baris ${line + 1}. Hapus salah satunya.`, "file");
    places.set(column.key, place);
    headings.set(column.key, heading);
  }
  const missing = columns.filter(
    ({ key, obligatory, unless }) => obligatory && !places.has(key) && !(unless && places.has(unless)),
  );
  if (missing.length > 0) {
    const names = conjunction.format(missing.map(({ header }) => `“${header}”`));
    return refuse(
      `Kolom ${names} tidak ditemukan di baris judul (baris ${line + 1}). Tambahkan, atau salin isi berkas ke templat.`,
      "file",
    );
  }
  return { ok: true, header: { line, end, places, headings, unused } };
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
