import { readMonthName } from "@/lib/figures/month-words";
import { readWritten } from "@/lib/figures/written-numbers";
import { isEmptyMark } from "@/lib/imports/empty-mark";
import { villageCodeIn } from "@/lib/imports/villages";
import { plainWords } from "@/lib/plain-words";

export type Line = { key: string; label: string };

/** Where the values of a pasted block belong, by the headings that came with them, or why nobody knows. */
export type Headings =
  | { kind: "none" }
  | { kind: "found"; values: string[][]; rows: (number | null)[] | null; columns: (number | null)[] | null }
  | { kind: "unknown"; heading: string };

const mostHeadingRows = 3;

/** Headings that name nothing of the table decide nothing: values are never put beside a name they do not belong to. */
export function findHeadings(
  block: readonly (readonly string[])[],
  rows: readonly Line[],
  columns: readonly Line[],
): Headings {
  const width = Math.max(...block.map((cells) => cells.length));
  const across = Array.from({ length: width }, (_, column) => block.map((cells) => cells[column] ?? ""));
  const side = 1 + across.findLastIndex((cells) => cells.some((cell) => rowOf(cell, rows) !== null));
  const top =
    1 +
    block
      .slice(0, mostHeadingRows)
      .findLastIndex((cells) => cells.slice(side).some((cell) => columnOf(cell, columns) !== null));
  const values = block.slice(top).map((cells) => cells.slice(side));
  const stray = strayHeading(values);
  if (stray !== null) return { kind: "unknown", heading: stray };
  if (side === 0 && top === 0) return { kind: "none" };
  const rowNames =
    side === 0 ? null : block.slice(top).map((cells) => nameIn(cells.slice(0, side), (cell) => rowOf(cell, rows)));
  const columnNames =
    top === 0
      ? null
      : across.slice(side).map((cells) => nameIn(cells.slice(0, top), (cell) => columnOf(cell, columns)));
  const unknown = [...unknownIn(rowNames), ...unknownIn(columnNames)][0];
  if (unknown !== undefined) return { kind: "unknown", heading: unknown };
  return { kind: "found", values, rows: placesIn(rowNames), columns: placesIn(columnNames) };
}

type Name = { place: number | null; text: string };

function nameIn(cells: readonly string[], placeOf: (cell: string) => number | null): Name {
  const named = cells.find((cell) => placeOf(cell) !== null);
  return named === undefined
    ? { place: null, text: cells.findLast((cell) => cell !== "") ?? "" }
    : { place: placeOf(named), text: named };
}

function unknownIn(names: readonly Name[] | null): string[] {
  return (names ?? []).flatMap(({ place, text }) => (place === null && text !== "" && !isTotal(text) ? [text] : []));
}

function placesIn(names: readonly Name[] | null): (number | null)[] | null {
  return names?.map(({ place }) => place) ?? null;
}

function isTotal(text: string): boolean {
  return /^(jumlah|total|rata|kumulatif|puskesmas)/i.test(text);
}

function strayHeading(values: readonly (readonly string[])[]): string | null {
  const [first = []] = values;
  const column = values.map(([cell = ""]) => cell);
  for (const [cells, isBlock] of [
    [first, values.length > 1],
    [column, first.length > 1],
  ] as const)
    if (isBlock && cells.some((cell) => isName(cell)) && cells.every((cell) => cell === "" || isName(cell)))
      return cells.find((cell) => isName(cell)) ?? null;
  return null;
}

function isName(cell: string): boolean {
  return /\p{L}/u.test(cell) && !cell.startsWith("#") && !isEmptyMark(cell) && readWritten(cell, ",") === null;
}

function rowOf(cell: string, rows: readonly Line[]): number | null {
  const code = villageCodeIn(cell);
  const words = plainWords(cell).replace(/^(desa|kelurahan|kel|ds) (?=.)/, "");
  if (words === "") return null;
  const place = rows.findIndex(({ key, label }) => (code ? key === code : plainWords(label) === words));
  return place < 0 ? null : place;
}

function columnOf(cell: string, columns: readonly Line[]): number | null {
  const month = readMonthName(cell)?.month;
  const words = plainWords(cell);
  if (words === "" || /^[\d\s]+$/.test(words)) return null;
  const place = columns.findIndex(
    ({ label }) => plainWords(label) === words || (month !== undefined && readMonthName(label)?.month === month),
  );
  return place < 0 ? null : place;
}
