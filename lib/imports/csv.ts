import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse/sync";

export class UnreadableText extends Error {
  override name = "UnreadableText";
  constructor(readonly line: number | null) {
    super(`line ${line}`);
  }
}

/**
 * @param isHeading whether a cell names a column: the separator that yields more headings is taken
 * @throws UnreadableText where a quotation mark never closes
 */
export function readCsv(bytes: Buffer, isHeading: (cell: string) => boolean = () => false): string[][] {
  const whole = decodeText(bytes);
  // Excel's own first line to say which sign separates; it shows the next one as row 1.
  const named = /^sep=(.)(?:\r\n|\n|\r)/i.exec(whole);
  const text = named ? whole.slice(named[0].length) : whole;
  try {
    return parse(text, {
      delimiter: named?.[1] ?? separatorOf(text, isHeading),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 256 * 1024,
    });
  } catch (error) {
    throw new UnreadableText(error instanceof CsvError && typeof error.lines === "number" ? error.lines : null);
  }
}

function decodeText(bytes: Buffer): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

export function wideEncoding(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 200);
  if (length < 20) return null;
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd * 4 > length && even === 0) return "utf-16le";
  return even * 4 > length && odd === 0 ? "utf-16be" : null;
}

/** 0x80 to 0x9F. The decoder of Node 20 takes them for control characters. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

const linesLookedAt = 20;

/** The sign that cuts the first lines into most headings, else the one that occurs most in the first line with any. */
function separatorOf(text: string, isHeading: (cell: string) => boolean): string {
  const lines = text
    .slice(0, 64 * 1024)
    .split(/[\r\n]+/, linesLookedAt)
    .map((line) => line.replace(/"([^"]*)"/g, (_, quoted: string) => quoted.replace(/[;,\t]/g, " ")));
  const signs = [";", ",", "\t"];
  const first = lines.find((line) => signs.some((sign) => line.includes(sign)) && /[^;,\t\s]/.test(line)) ?? "";
  const scores = signs.map((sign) => ({
    sign,
    headings: Math.max(0, ...lines.map((line) => line.split(sign).filter(isHeading).length)),
    count: first.split(sign).length,
  }));
  return scores.reduce((best, next) =>
    next.headings > best.headings || (next.headings === best.headings && next.count > best.count) ? next : best,
  ).sign;
}

// A cell that a spreadsheet would run as a formula gets an apostrophe in front, and loses it again on the way back.
// One that has such an apostrophe of its own gets another, so that it comes back as it was.

export function guardFormula(value: string): string {
  return /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

export function unguardFormula(value: string): string {
  return /^'+[=+\-@\t\r]/.test(value) ? value.slice(1) : value;
}

const linesPerChunk = 1000;

export function streamCsv(lines: readonly (readonly string[])[]): Readable {
  return Readable.from(csvChunks(lines), { objectMode: false });
}

export function writeCsv(lines: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\ufeff${lines.map(lineOf).join("")}`, "utf8");
}

function* csvChunks(lines: readonly (readonly string[])[]): Generator<Buffer> {
  yield Buffer.from("\ufeff");
  for (let from = 0; from < lines.length; from += linesPerChunk)
    yield Buffer.from(
      lines
        .slice(from, from + linesPerChunk)
        .map(lineOf)
        .join(""),
    );
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guardFormula(cell))).join(";")}\r\n`;
}

function quoted(cell: string): string {
  return /[;",\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
