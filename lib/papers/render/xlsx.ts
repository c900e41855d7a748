import type { Readable } from "node:stream";
import type { SheetCell, SheetParts } from "@/lib/imports/sheet-xml";
import { streamSheets } from "@/lib/imports/table-workbook";
import type { Block, Cell, Column, Paper } from "@/lib/papers/model";
import { cellText } from "@/lib/papers/texts";
import { dayToDate, isDay } from "@/lib/time";

type Table = Extract<Block, { type: "table" }>;

const longestName = 31;
const usualWidths = 130;

/** The tables of a paper, a sheet each: header frozen and repeated in print, real numbers and days, text as text. */
export function renderXlsx(paper: Paper): Readable {
  const tables = paper.sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === "table"));
  if (tables.length === 0) throw new Error(`${paper.title} has no table`);
  const names = sheetNames(tables.map(({ caption }) => caption));
  return streamSheets(tables.map((table, index) => sheetOf(table, { name: names[index] ?? "", paper })));
}

function sheetOf({ columns, rows }: Table, { name, paper }: { name: string; paper: Paper }): SheetParts {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    sheet: name,
    title: paper.title,
    paper: paper.size,
    columns: columns.map(({ width }) => ({ width: Math.max(6, Math.round((width / whole) * usualWidths)) })),
    header: columns.map(({ head, group }) => (group ? `${group}: ${head}` : head)),
    rows: rowsOf(rows, columns),
  };
}

function* rowsOf(rows: readonly Cell[][], columns: readonly Column[]): Generator<SheetCell[]> {
  for (const row of rows) {
    const cells: SheetCell[] = [];
    for (const cell of row) {
      cells.push(sheetCell(cell, columns[cells.length]));
      const span = typeof cell === "string" ? 1 : (cell.span ?? 1);
      for (let more = 1; more < span; more += 1) cells.push(null);
    }
    yield cells;
  }
}

function sheetCell(cell: Cell, column: Column | undefined): SheetCell {
  const value = typeof cell === "string" ? undefined : cell.value;
  if (typeof value === "number") return value;
  if (value !== undefined && column?.type === "date" && isDay(value)) return dayToDate(value);
  if (column?.type === "signature") return null;
  return { text: cellText(cell), look: "wrapped" };
}

/** Spreadsheets take 31 characters without some signs, and no name twice. */
function sheetNames(captions: readonly string[]): string[] {
  const taken = new Set<string>();
  return captions.map((caption) => {
    const clean =
      caption
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "Tabel";
    let name = clean.slice(0, longestName);
    for (let number = 2; taken.has(name.toLocaleLowerCase("id")); number += 1)
      name = `${clean.slice(0, longestName - 4)} ${number}`;
    taken.add(name.toLocaleLowerCase("id"));
    return name;
  });
}
