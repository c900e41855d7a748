import { CsvError, parse } from "csv-parse/sync";

/** A text file that cannot be cut into cells; `line` is where. */
export class UnreadableText extends Error {
  override name = "UnreadableText";
  constructor(readonly line: number | null) {
    super(`line ${line}`);
  }
}

/**
 * A CSV file as text, row by row: separated by semicolon, comma or tab, in UTF-8 with or without mark, in UTF-16
 * with one, or in Windows-1252 as old Excel writes it.
 * @throws UnreadableText where a quotation mark never closes
 */
export function readCsv(bytes: Buffer): string[][] {
  const whole = decode(bytes);
  // Excel's own first line to say which sign separates; it shows the next one as row 1.
  const named = /^sep=(.)(?:\r\n|\n|\r)/i.exec(whole);
  const text = named ? whole.slice(named[0].length) : whole;
  try {
    return parse(text, {
      delimiter: named?.[1] ?? separatorOf(text.split(/[\r\n]/, 1)[0] ?? ""),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 256 * 1024,
    });
  } catch (error) {
    throw new UnreadableText(error instanceof CsvError && typeof error.lines === "number" ? error.lines : null);
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Whichever stands most often in the first line, outside quotation marks. */
function separatorOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, "");
  const counts = [";", ",", "\t"].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).sign;
}

// A cell that a spreadsheet would run as a formula gets an apostrophe in front, and loses it again on the way back.
// One that has such an apostrophe of its own gets another, so that it comes back as it was.

export function guardFormula(value: string): string {
  return /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

export function unguardFormula(value: string): string {
  return /^'+[=+\-@\t\r]/.test(value) ? value.slice(1) : value;
}

/** A CSV that Indonesian Excel opens by a double click: semicolons, a UTF-8 mark, and no cell that runs. */
export function writeCsv(lines: readonly (readonly string[])[]): Buffer {
  const text = lines.map((cells) => cells.map((cell) => quoted(guardFormula(cell))).join(";")).join("\r\n");
  return Buffer.from(`\ufeff${text}\r\n`, "utf8");
}

function quoted(cell: string): string {
  return /[;",\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
