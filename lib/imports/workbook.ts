import { inflateRawSync } from "node:zlib";
import { readSheet } from "read-excel-file/node";

/** What a workbook may unfold to in bytes, and how far out its cells may lie. */
export type WorkbookLimits = { unpacked: number; row: number; column: number };

/** Why a workbook is not read, as far as the reader has to be told. */
export class UnreadableWorkbook extends Error {
  override name = "UnreadableWorkbook";
  constructor(readonly why: "broken" | "too big") {
    super(why);
  }
}

/**
 * The first sheet of a workbook as text, row by row as Excel counts them.
 * @param wordNumber what stands for a number; as it is written where left out: a phone is not to lose digits
 * @throws UnreadableWorkbook for anything else, and for a few KB that unfold to a flood
 */
export async function readWorkbook(
  bytes: Buffer,
  limits: WorkbookLimits,
  wordNumber: (digits: string) => string = (digits) => digits,
): Promise<string[][]> {
  requireHarmless(bytes, limits);
  try {
    const rows = await readSheet(bytes, { parseNumber: wordNumber });
    return rows.map((row) => row.map(textOf));
  } catch {
    throw new UnreadableWorkbook("broken");
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? "" : String(cell);
}

// The reader unpacks whatever it is given and fills rows up to their last cell. So everything is unpacked here first,
// within a limit, and nothing may lie in the file that its own table of contents does not name.
function requireHarmless(bytes: Buffer, limits: WorkbookLimits): void {
  let left = limits.unpacked;
  let expected = 0;
  const { entries, contentsStart } = contentsOf(bytes);
  // Between two entries only a data descriptor may stand (up to 24 bytes).
  const requireNext = (start: number) => {
    if (start < expected || start > expected + 24) throw new UnreadableWorkbook("broken");
  };
  for (const entry of entries) {
    requireNext(entry.start);
    expected = entry.end;
    if (entry.size > left) throw new UnreadableWorkbook("too big");
    const content = unpack(bytes.subarray(entry.data, entry.end), entry.method, left);
    left -= content.length;
    if (entry.name.startsWith("xl/worksheets/")) requireNarrow(content.toString("latin1"), limits);
  }
  requireNext(contentsStart);
}

type Entry = { name: string; start: number; data: number; end: number; size: number; method: number };

function contentsOf(bytes: Buffer): { entries: Entry[]; contentsStart: number } {
  const broken = new UnreadableWorkbook("broken");
  const tail = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (tail < 0 || tail + 22 > bytes.length) throw broken;
  const count = bytes.readUInt16LE(tail + 10);
  const contentsStart = bytes.readUInt32LE(tail + 16);
  let at = contentsStart;
  const entries: Entry[] = [];
  try {
    for (let index = 0; index < count; index++) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw broken;
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString("latin1", at + 46, at + 46 + nameLength);
      const start = bytes.readUInt32LE(at + 42);
      if (bytes.readUInt32LE(start) !== 0x04034b50) throw broken;
      const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
      // The larger of what the two headers claim: the reader reserves as much.
      const size = Math.max(bytes.readUInt32LE(at + 24), bytes.readUInt32LE(start + 22));
      entries.push({
        name,
        start,
        data,
        end: data + bytes.readUInt32LE(at + 20),
        size,
        method: bytes.readUInt16LE(at + 10),
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch {
    throw broken;
  }
  return { entries: entries.sort((a, b) => a.start - b.start), contentsStart };
}

function unpack(packed: Buffer, method: number, limit: number): Buffer {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    const isFlood = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw new UnreadableWorkbook(isFlood ? "too big" : "broken");
  }
}

/** No cell with something in it may lie beyond the limits; formatted empty ones may. */
function requireNarrow(sheet: string, limits: WorkbookLimits): void {
  // In two steps: one expression for the tag and what stands in it would look through a long tag again and again.
  for (const [, attributes = ""] of sheet.matchAll(/<(?:\w{1,20}:)?c\s([^<>]*)>/g)) {
    if (attributes.endsWith("/")) continue;
    const [, letters = "", row] = /\br="([A-Z]{1,9})(\d{1,15})"/.exec(attributes) ?? [];
    if (Number(row) > limits.row || columnNumber(letters) > limits.column) throw new UnreadableWorkbook("too big");
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
