import { type Refusal, refuse } from "@/lib/actor";

/** A column a file may have: how it is written, what else it is called, and whether the file is nothing without it. */
export type Column<K extends string> = {
  key: K;
  header: string;
  obligatory: boolean;
  also: readonly string[];
};

/** The row of column names, which column stands where, and those nobody asks for. */
export type Header<K extends string> = { line: number; places: Map<K, number>; unused: string[] };

const rowsAboveHeader = 10;

/**
 * Finds the row of column names among the first of a sheet and which column is which: order, case, spaces and dots
 * do not matter, and other columns may stand between.
 */
export function findHeader<K extends string>(
  lines: readonly (readonly string[])[],
  columns: readonly Column<K>[],
): { ok: true; header: Header<K> } | Refusal {
  const known = new Map<string, Column<K>>(
    columns.flatMap((column) =>
      [column.header, ...column.also].map((name): [string, Column<K>] => [plain(name), column]),
    ),
  );
  const columnOf = (cell: string) => known.get(plain(cell));
  let line = lines.slice(0, rowsAboveHeader).findIndex((cells) => cells.filter(columnOf).length >= 2);
  if (line < 0) line = lines.findIndex((cells) => cells.some(Boolean));
  const cells = lines[line];
  if (!cells) return refuse("Berkas ini tidak berisi apa-apa. Isi templat, lalu unggah lagi.", "file");
  const places = new Map<K, number>();
  const unused: string[] = [];
  for (const [place, cell] of cells.entries()) {
    const column = columnOf(cell);
    if (!column && cell) unused.push(cell);
    if (!column) continue;
    if (places.has(column.key))
      return refuse(`Kolom “${column.header}” ada dua kali di baris ${line + 1}. Hapus salah satunya.`, "file");
    places.set(column.key, place);
  }
  const missing = columns.filter(({ key, obligatory }) => obligatory && !places.has(key));
  if (missing.length > 0) {
    const names = missing.map(({ header }) => `“${header}”`).join(" dan ");
    return refuse(
      `Kolom ${names} tidak ditemukan di baris judul (baris ${line + 1}). Tambahkan, atau salin isi berkas ke templat.`,
      "file",
    );
  }
  return { ok: true, header: { line, places, unused } };
}

/** Letters and digits only, lower case: "No. HP *" is "nohp". */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
