import { type Refusal, refuse } from "@/lib/actor";
import { findHeader, type Header } from "@/lib/imports/header";
import { readLines } from "@/lib/imports/lines";
import { toHundredths } from "@/lib/indicators/achievement";
import { type ColumnKey, importColumns, monthOfKey } from "@/lib/indicators/import-columns";

export const valueLimits = { bytes: 8 * 1024 * 1024, cells: 60_000 };

export const tooBigValues =
  "Berkas ini lebih dari 8 MB. Hapus lembar yang tidak perlu, atau bagi menjadi beberapa berkas.";

const sheetLimits = { unpacked: 64 * 1024 * 1024, row: 70_000, column: 200 };

/** One cell of a file as text, with the row a spreadsheet shows it in. */
export type FileCell = {
  row: number;
  villageCode: string;
  indicator: string;
  year: string;
  month: string;
  value: string;
  denominator: string;
};

export type ValuesFile = {
  cells: FileCell[];
  /** Whether the file says anything of those looked at in a month: else what stands stays. */
  hasDenominator: boolean;
  unusedColumns: string[];
  /** Cells without a number, left out. */
  empty: number;
};

/** Reads an XLSX or CSV file of figures, one cell a row or twelve months a row. */
export async function readValuesFile(bytes: Buffer): Promise<{ ok: true; file: ValuesFile } | Refusal> {
  if (bytes.length > valueLimits.bytes) return no(tooBigValues);
  const read = await readLines(bytes, {
    limits: sheetLimits,
    tooBig: "Lembar di berkas ini terlalu besar. Salin isinya ke templat, lalu unggah lagi.",
    wordNumber: writtenNumber,
  });
  if (!read.ok) return read;
  const found = findHeader(read.lines, importColumns);
  if (!found.ok) return found;
  const { header } = found;
  const months = [...header.places].flatMap(([key, place]) => {
    const month = monthOfKey(key);
    return month === null ? [] : [{ month: String(month), place }];
  });
  const isLong = header.places.has("month") && header.places.has("value");
  if (!isLong && months.length === 0)
    return no("Kolom “Bulan” dan “Nilai”, atau kolom bulan Januari sampai Desember, tidak ditemukan di baris judul.");
  if (header.places.has("value") && months.length > 0)
    return no("Berkas ini punya kolom “Nilai” dan juga kolom bulan. Sisakan salah satunya.");
  const all = read.lines.slice(header.line + 1).flatMap((line, index) => {
    const row = header.line + 2 + index;
    if (line.every((cell) => cell === "")) return [];
    return isLong
      ? [longCell(line, row, header)]
      : months.map(({ month, place }) => wideCell(line, row, header, month, place));
  });
  const cells = all.filter(({ value, denominator }) => value !== "" || denominator !== "");
  if (cells.length === 0) return no("Tidak ada angka di bawah judul kolom. Isi dulu berkasnya, lalu unggah lagi.");
  if (cells.length > valueLimits.cells)
    return no(
      `Berkas ini berisi ${cells.length.toLocaleString("id-ID")} angka; paling banyak ${valueLimits.cells.toLocaleString("id-ID")}. Bagi menjadi beberapa berkas, misalnya per tahun.`,
    );
  return {
    ok: true,
    file: {
      cells,
      hasDenominator: header.places.has("denominator"),
      unusedColumns: header.unused.slice(0, 20),
      empty: all.length - cells.length,
    },
  };
}

function longCell(line: readonly string[], row: number, { places }: Header<ColumnKey>): FileCell {
  const at = (key: ColumnKey) => line[places.get(key) ?? -1] ?? "";
  return {
    row,
    villageCode: at("villageCode"),
    indicator: at("indicator"),
    year: at("year"),
    month: at("month"),
    value: at("value"),
    denominator: at("denominator"),
  };
}

function wideCell(
  line: readonly string[],
  row: number,
  header: Header<ColumnKey>,
  month: string,
  place: number,
): FileCell {
  return { ...longCell(line, row, header), month, value: line[place] ?? "", denominator: "" };
}

/** A number of a sheet as it is typed here, to the hundredths that are kept: 77.41935483870968 is "77,42". */
function writtenNumber(digits: string): string {
  const number = Number(digits);
  return Number.isFinite(number) ? String(toHundredths(number)).replace(".", ",") : digits;
}

function no(reason: string): Refusal {
  return refuse(reason, "file");
}
