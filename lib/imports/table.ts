import { type Refusal, refuse } from "@/lib/actor";
import { addressOf, cellError, mergedCell } from "@/lib/imports/cell-errors";
import { readCsv, UnreadableText, unguardFormula, wideEncoding } from "@/lib/imports/csv";
import { isEmptyMark } from "@/lib/imports/empty-mark";
import { type Column, columnFinder, findHeader, type Header } from "@/lib/imports/header";
import type { Merge, Sheet, WorkbookLimits } from "@/lib/imports/sheet-cells";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";
import { openWorkbook } from "@/lib/imports/workbook";

export type TableOptions<K extends string> = {
  columns: readonly Column<K>[];
  limits: WorkbookLimits;
  tooBig: string;
  wordNumber?: (value: number) => string;
};

export type TableRow<K extends string> = {
  row: number;
  cells: Partial<Record<K, string>>;
  errors: Partial<Record<K, string>>;
};

export type Table<K extends string> = {
  header: Header<K>;
  rows: TableRow<K>[];
  notes: string[];
};

/**
 * The table in an XLSX or CSV file as text, recognised by its content; a refusal says what is wrong with the whole of
 * it.
 */
export async function readTable<K extends string>(
  bytes: Buffer,
  options: TableOptions<K>,
): Promise<{ ok: true; table: Table<K> } | Refusal> {
  const signature = bytes.toString("latin1", 0, 4);
  try {
    if (signature.startsWith("PK")) return await readSheets(bytes, options);
    if (signature === "\xd0\xcf\x11\xe0")
      return no("Ini berkas Excel lama (.xls) atau bersandi. Simpan sebagai XLSX atau CSV, lalu unggah lagi.");
    if (bytes.includes(0) && !wideEncoding(bytes))
      return no("Isi berkas ini bukan XLSX atau CSV, apa pun namanya. Pilih berkas lain.");
    const columnOf = columnFinder(options.columns);
    const rows = readCsv(bytes, (cell) => columnOf(cell) !== undefined);
    return tableOf({ rows, merges: [] }, options, []);
  } catch (error) {
    if (error instanceof UnreadableText)
      return no(
        `Berkas CSV ini tidak terbaca${error.line === null ? "" : ` di sekitar baris ${error.line}`}: ada tanda petik yang tidak ditutup. Perbaiki, atau simpan sebagai XLSX.`,
      );
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return no(
      error.why === "too big"
        ? options.tooBig
        : "Berkas ini bukan XLSX yang utuh. Buka dengan Excel atau LibreOffice, simpan lagi sebagai XLSX, lalu unggah.",
    );
  }
}

const mostSheets = 10;

async function readSheets<K extends string>(bytes: Buffer, options: TableOptions<K>) {
  const { sheets } = await openWorkbook(bytes, options.limits, options.wordNumber);
  let first: Refusal | null = null;
  for (const { name, read } of sheets.slice(0, mostSheets)) {
    const others = sheets.filter((sheet) => sheet.name !== name && sheet.name !== helpSheet);
    const table = tableOf(await read(), options, sheetNotes(name, others));
    if (table.ok) return table;
    first ??= table;
  }
  return first ?? no(options.tooBig);
}

export const helpSheet = "Petunjuk";

function sheetNotes(name: string, others: readonly { name: string }[]): string[] {
  if (others.length === 0) return [];
  const names = others.slice(0, 5).map((sheet) => `“${sheet.name}”`);
  const more = others.length > 5 ? ` dan ${others.length - 5} lainnya` : "";
  return [`Yang dibaca lembar “${name}”; lembar ${names.join(", ")}${more} tidak dibaca.`];
}

function tableOf<K extends string>(
  { rows, merges }: Sheet,
  { columns }: TableOptions<K>,
  notes: string[],
): { ok: true; table: Table<K> } | Refusal {
  const lines = rows.map((cells) => cells.map(cleanCell));
  const found = findHeader(lines, columns);
  if (!found.ok) return found;
  const { header } = found;
  const used = new Set(header.places.values());
  const isFilled = lines.map((cells) => cells.some((cell, place) => cell !== "" && used.has(place)));
  spreadMerges(lines, merges, header, columns);
  const table = lines.flatMap((cells, index) =>
    index < header.end || !isFilled[index] ? [] : [rowOf(cells, index, header)],
  );
  return { ok: true, table: { header, rows: table, notes } };
}

function rowOf<K extends string>(cells: readonly string[], index: number, { places }: Header<K>): TableRow<K> {
  const errors: Partial<Record<K, string>> = {};
  const row: Partial<Record<K, string>> = {};
  for (const [key, place] of places) {
    const text = cells[place] ?? "";
    const error = cellError(text, addressOf(index, place));
    if (error) errors[key] = error;
    row[key] = error ? "" : text;
  }
  return { row: index + 1, cells: row, errors };
}

const mostSpread = 1_000_000;

function spreadMerges<K extends string>(
  lines: string[][],
  merges: readonly Merge[],
  { places, end }: Header<K>,
  columns: readonly Column<K>[],
): void {
  const mayMerge = new Map(columns.map(({ key, mayMerge = false }) => [places.get(key) ?? -1, mayMerge]));
  let spread = 0;
  for (const { top, left, bottom, right } of merges) {
    const value = lines[top]?.[left] ?? "";
    if (top < end || top === bottom || value === "") continue;
    const last = Math.min(bottom, lines.length - 1);
    for (const [place, isShared] of mayMerge) {
      if (place < left || place > right) continue;
      spread += last - top + 1;
      if (spread > mostSpread) throw new UnreadableWorkbook("too big");
      const text =
        isShared && place === left ? value : mergedCell(`${addressOf(top, left)}:${addressOf(bottom, right)}`);
      for (let row = top; row <= last; row++) put(lines[row] ?? [], place, text);
    }
  }
}

function put(line: string[], place: number, text: string): void {
  while (line.length < place) line.push("");
  line[place] = text;
}

function cleanCell(cell: string): string {
  const visible = /[^\n\r\t -~]/.test(cell)
    ? cell
        .replace(/[\0\u00ad\u200b\u2060\ufeff]/g, "")
        .replace(/[\v\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
        .replace(/\p{Cs}/gu, "\ufffd")
    : cell;
  const text = unguardFormula(visible.trim());
  return isEmptyMark(text) ? "" : literal(text);
}

function literal(text: string): string {
  const [, quoted] = /^="([^"]{0,100})"$/.exec(text) ?? [];
  return (quoted ?? text).replace(/^'(?=[\d+][\d\s().+-]{0,40}$)/, "");
}

function no(reason: string): Refusal {
  return refuse(reason, "file");
}
