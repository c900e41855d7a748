import type { IsDay } from "@/lib/imports/number-formats";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";
import { attributeReader, readItems } from "@/lib/imports/xml";

/** What a workbook may unfold to in bytes, and how far out its cells may lie. */
export type WorkbookLimits = { unpacked: number; row: number; column: number };

/** What the cells of a sheet refer to, and what stands for a number. */
export type Meaning = {
  strings: readonly string[];
  isDay: IsDay;
  countsFrom1904: boolean;
  wordNumber: (digits: string) => string;
};

/** Cells of all rows together, with the empty ones before the last of each: a few far out make many. */
const mostCells = 1_000_000;

const addressIn = attributeReader("r");
const typeIn = attributeReader("t");
const styleIn = attributeReader("s");

/**
 * A sheet as text, row by row as Excel counts them. A cell with nothing in it may lie anywhere: LibreOffice writes
 * the last row of all there could be.
 * @throws UnreadableWorkbook for a cell without a place, and for more than the limits
 */
export function readCells(xml: string, meaning: Meaning, limits: WorkbookLimits): string[][] {
  const rows: string[][] = [];
  let cells = 0;
  // One long text may stand in many cells and weigh nothing until it is looked at in each.
  let characters = 0;
  readItems(xml, "c", (attributes, written) => {
    const text = written && textOf(written, attributes, meaning);
    if (text === "") return;
    const { row, column } = placeOf(addressIn(attributes) ?? "");
    if (row > limits.row || column > limits.column) throw new UnreadableWorkbook("too big");
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1] ?? [];
    cells += Math.max(column - line.length, 0);
    characters += text.length;
    if (cells > mostCells || characters > limits.unpacked) throw new UnreadableWorkbook("too big");
    while (line.length < column) line.push("");
    line[column - 1] = text;
  });
  return rows;
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters, row] = /^([A-Z]{1,9})([1-9]\d{0,15})$/.exec(address) ?? [];
  if (letters === undefined) throw new UnreadableWorkbook("broken");
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(row), column };
}

function textOf(written: string, attributes: string, { strings, isDay, countsFrom1904, wordNumber }: Meaning): string {
  switch (typeIn(attributes) ?? "n") {
    case "n":
      return isDay(styleIn(attributes))
        ? dayOf(Number(written) + (countsFrom1904 ? daysTo1904 : 0) - daysTo1970)
        : wordNumber(written);
    case "s": {
      const text = strings[Number(written)];
      if (text === undefined) throw new UnreadableWorkbook("broken");
      return text;
    }
    case "str":
    case "inlineStr":
      return withoutEscapes(written);
    case "b":
      return written === "1" ? "true" : "false";
    case "d":
      return dayOf(Date.parse(written) / msOfDay);
    case "e":
      return "";
    default:
      throw new UnreadableWorkbook("broken");
  }
}

/** The texts that cells refer to by number. */
export function readStrings(xml: string | null): string[] {
  const strings: string[] = [];
  readItems(xml ?? "", "si", (_, text) => strings.push(withoutEscapes(text)));
  return strings;
}

const msOfDay = 86_400_000;
const daysTo1970 = 25_569;
const daysTo1904 = 1462;

/** The day so many after the first of 1970; nothing where there is none. */
function dayOf(days: number): string {
  const date = new Date(Math.floor(days * msOfDay));
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/** What XML cannot hold is written as "_x000D_". */
function withoutEscapes(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
