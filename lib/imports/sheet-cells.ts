import { missingResult } from "@/lib/imports/cell-errors";
import type { StyleOf } from "@/lib/imports/number-formats";
import { UnreadableWorkbook } from "@/lib/imports/unreadable";
import { type Attributes, itemHandlers, readXml } from "@/lib/imports/xml";

export type WorkbookLimits = { unpacked: number; row: number; column: number };

export type Meaning = {
  strings: readonly string[];
  styleOf: StyleOf;
  countsFrom1904: boolean;
  wordNumber: (value: number) => string;
};

export type Merge = { top: number; left: number; bottom: number; right: number };

export type Sheet = { rows: string[][]; merges: Merge[] };

const mostCells = 1_000_000;
const mostMerges = 100_000;

/** @throws UnreadableWorkbook for more than the limits */
export async function readCells(
  chunks: AsyncIterable<Buffer>,
  meaning: Meaning,
  limits: WorkbookLimits,
): Promise<Sheet> {
  const rows: string[][] = [];
  const merges: Merge[] = [];
  let cells = 0;
  // One long text may stand in many cells and weigh nothing until it is looked at in each.
  let characters = 0;
  // Row and column of the last cell: some programs write no addresses.
  let row = 0;
  let column = 0;
  const items = itemHandlers("c", (attributes, written, has) => {
    ({ row, column } = attributes.r === undefined ? { row, column: column + 1 } : placeOf(attributes.r));
    const text =
      has.formula && isWithoutResult(attributes, written, has.value)
        ? missingResult
        : textOf(written, attributes, meaning);
    if (text === "") return;
    if (row > limits.row || column > limits.column) throw new UnreadableWorkbook("too big");
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1] ?? [];
    cells += Math.max(column - line.length, 0);
    characters += text.length;
    if (cells > mostCells || characters > limits.unpacked) throw new UnreadableWorkbook("too big");
    while (line.length < column) line.push("");
    line[column - 1] = text;
  });
  let rowNumber = 0;
  await readXml(chunks, {
    ...items,
    open(name, attributes) {
      if (name === "row") {
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
        row = rowNumber;
        column = 0;
      } else if (name === "mergeCell" && merges.push(mergeOf(attributes.ref ?? "")) > mostMerges)
        throw new UnreadableWorkbook("too big");
      items.open(name, attributes);
    },
  });
  return { rows, merges };
}

function mergeOf(range: string): Merge {
  const [first = "", last = first] = range.split(":");
  const [from, to] = [placeOf(first), placeOf(last)];
  return { top: from.row - 1, left: from.column - 1, bottom: to.row - 1, right: to.column - 1 };
}

function placeOf(address: string): { row: number; column: number } {
  let column = 0;
  let at = 0;
  for (let code = address.charCodeAt(at); code >= 65 && code <= 90; code = address.charCodeAt(at)) {
    column = column * 26 + code - 64;
    at += 1;
  }
  const row = Number(address.slice(at));
  if (column === 0 || at > 9 || !Number.isSafeInteger(row) || row < 1) throw new UnreadableWorkbook("broken");
  return { row, column };
}

function isWithoutResult({ t }: Attributes, written: string, hasValue: boolean): boolean {
  return written === "" && !(hasValue && t === "str");
}

function textOf(written: string, { t, s }: Attributes, meaning: Meaning): string {
  if (written === "") return "";
  switch (t ?? "n") {
    case "n":
      return numberText(written, s, meaning);
    case "s": {
      const text = meaning.strings[Number(written)];
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
      return written;
    default:
      throw new UnreadableWorkbook("broken");
  }
}

function numberText(written: string, style: string | undefined, meaning: Meaning): string {
  const value = Number(written);
  if (!Number.isFinite(value)) throw new UnreadableWorkbook("broken");
  switch (meaning.styleOf(style)) {
    case "day":
      return dayOf(value + (meaning.countsFrom1904 ? daysTo1904 : 0) - daysTo1970);
    case "percent":
      // 0.57 × 100 is 56.99999999999999.
      return `${meaning.wordNumber(Math.round(value * 1e8) / 1e6)}%`;
    case "plain":
      return meaning.wordNumber(value);
  }
}

export async function readStrings(chunks: AsyncIterable<Buffer> | null): Promise<string[]> {
  const strings: string[] = [];
  if (chunks)
    await readXml(
      chunks,
      itemHandlers("si", (_, text) => strings.push(withoutEscapes(text))),
    );
  return strings;
}

const msOfDay = 86_400_000;
const daysTo1970 = 25_569;
const daysTo1904 = 1462;

function dayOf(days: number): string {
  const date = new Date(Math.floor(days * msOfDay));
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function withoutEscapes(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
