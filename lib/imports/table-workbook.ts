import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import { guardFormula } from "@/lib/imports/csv";
import { indexFiles, type SheetCell, type SheetParts, sheetXml, stylesXml, workbookXml } from "@/lib/imports/sheet-xml";

/** A table for a sheet: its name, its columns and its cells; a number and a day (midnight UTC) stay one, text stays text. */
export type Table = {
  sheet: string;
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly (string | number | Date | null)[])[];
};

export type PlainSheet = {
  sheet: string;
  rows: readonly (readonly SheetCell[])[];
  columns: readonly { width: number }[];
};

export function streamRows(
  table: Omit<Table, "rows"> & { rows: AsyncIterable<Table["rows"][number]> },
  more: readonly PlainSheet[] = [],
): Readable {
  const { sheet, columns, rows } = table;
  const first: SheetParts = { sheet, columns, header: columns.map(({ header }) => header), rows: guarded(rows) };
  return streamSheets([first, ...more.map((other): SheetParts => ({ ...other, header: null }))]);
}

/**
 * One table with a frozen header repeated in print, a filter on each column; cells stay text whatever they begin with.
 */
export function streamTable(table: Table, more: readonly PlainSheet[] = []): Readable {
  return streamSheets([partsOf(table), ...more.map((sheet): SheetParts => ({ ...sheet, header: null }))]);
}

export function streamSheets(sheets: readonly SheetParts[]): Readable {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream);
  zip.on("error", (error: Error) => output.destroy(error));
  for (const { name, text } of indexFiles(sheets.length)) zip.addBuffer(Buffer.from(text), name);
  zip.addBuffer(Buffer.from(workbookXml(sheets)), "xl/workbook.xml");
  zip.addBuffer(Buffer.from(stylesXml), "xl/styles.xml");
  for (const [index, sheet] of sheets.entries())
    zip.addReadStream(Readable.from(sheetXml(sheet)), `xl/worksheets/sheet${index + 1}.xml`);
  zip.end();
  return output;
}

export function writeTable(table: Table, more: readonly PlainSheet[] = []): Promise<Buffer> {
  return buffer(streamTable(table, more));
}

function partsOf({ sheet, columns, rows }: Table): SheetParts {
  return { sheet, columns, header: columns.map(({ header }) => header), rows: cellsOf(rows) };
}

function* cellsOf(rows: Table["rows"]): Generator<SheetCell[]> {
  for (const row of rows) yield guardedRow(row);
}

async function* guarded(rows: AsyncIterable<Table["rows"][number]>): AsyncGenerator<SheetCell[]> {
  for await (const row of rows) yield guardedRow(row);
}

/** An apostrophe of the value's own is doubled as in a CSV, for the reader takes one away. */
function guardedRow(row: Table["rows"][number]): SheetCell[] {
  return row.map((value) => (typeof value === "string" && value.startsWith("'") ? guardFormula(value) : value));
}
