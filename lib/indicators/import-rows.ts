import { z } from "zod";
import { parseDecimal } from "@/lib/decimal";
import type { OnProgress } from "@/lib/imports/drafts";
import { readMonth } from "@/lib/indicators/import-columns";
import type { FileCell, ValuesFile } from "@/lib/indicators/import-file";
import { isYear, years } from "@/lib/indicators/rules";

// Fifty thousand cells wait as numbers: words that many of them share are kept once.

/** Row, place of the village and of the indicator in their lists, year, month, value, those looked at. */
const cellSchema = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number().nullable(),
]);

/** Row, what it is about, what to mend. */
const faultSchema = z.tuple([z.number(), z.string(), z.array(z.string())]);

/** What an upload of figures leaves behind until somebody confirms it. */
export const valuesDraftSchema = z.object({
  villages: z.array(z.string()),
  indicators: z.array(z.string()),
  cells: z.array(cellSchema),
  faults: z.array(faultSchema),
  hasDenominator: z.boolean(),
  unusedColumns: z.array(z.string()),
  empty: z.number(),
});

export type ValuesDraft = z.output<typeof valuesDraftSchema>;
export type DraftCell = z.output<typeof cellSchema>;

const cellsPerStep = 2500;

/** Looks at each cell for itself; what indicators and desa there are is not asked yet. */
export async function readValueCells(file: ValuesFile, onProgress: OnProgress): Promise<ValuesDraft> {
  const villages = new Map<string, number>();
  const indicators = new Map<string, number>();
  const cells: DraftCell[] = [];
  const faults: ValuesDraft["faults"] = [];
  for (let from = 0; from < file.cells.length; from += cellsPerStep) {
    for (const cell of file.cells.slice(from, from + cellsPerStep)) {
      const read = readValueCell(cell);
      if ("reasons" in read) faults.push([cell.row, labelOf(cell), read.reasons]);
      else
        cells.push([
          cell.row,
          placeIn(villages, read.villageCode),
          placeIn(indicators, cell.indicator),
          read.year,
          read.month,
          read.value,
          read.denominator,
        ]);
    }
    await onProgress(Math.min(from + cellsPerStep, file.cells.length), file.cells.length);
    // Others are served between two steps.
    await new Promise((done) => setImmediate(done));
  }
  const { hasDenominator, unusedColumns, empty } = file;
  return {
    villages: [...villages.keys()],
    indicators: [...indicators.keys()],
    cells,
    faults,
    hasDenominator,
    unusedColumns,
    empty,
  };
}

function placeIn(list: Map<string, number>, word: string): number {
  const known = list.get(word);
  if (known !== undefined) return known;
  list.set(word, list.size);
  return list.size - 1;
}

function labelOf({ villageCode, indicator, month, year, value }: FileCell): string {
  return [villageCode, indicator, `bulan ${month} ${year}`.trim(), value]
    .filter(Boolean)
    .join(", ")
    .slice(0, 200)
    .replace(/\p{Cs}$/u, "");
}

type Read =
  | { villageCode: string; year: number; month: number; value: number; denominator: number | null }
  | { reasons: string[] };

function readValueCell(cell: FileCell): Read {
  const reasons: string[] = [];
  const villageCode = villageCodeOf(cell.villageCode);
  const year = /^\d{4}$/.test(cell.year) ? Number(cell.year) : null;
  const month = readMonth(cell.month);
  const value = parseDecimal(cell.value.replace(/\s*%$/, ""));
  const denominator = cell.denominator === "" ? null : parseDecimal(cell.denominator);
  if (!cell.villageCode) reasons.push("Isi kode desa");
  else if (!villageCode)
    reasons.push(`Kode desa “${short(cell.villageCode)}” belum benar: tulis seperti 18.01.15.2001`);
  if (!cell.indicator) reasons.push("Isi nama indikator");
  if (year === null || !isYear(year))
    reasons.push(`Tahun “${short(cell.year)}” harus antara ${years.first} dan ${years.last}`);
  if (month === null) reasons.push(`Bulan “${short(cell.month)}” tidak ada: tulis 1 sampai 12`);
  if (cell.value === "") reasons.push("Isi nilai, atau kosongkan sasaran bulan ini");
  else reasons.push(...numberFaults("Nilai", cell.value, value));
  if (cell.denominator !== "") {
    reasons.push(...numberFaults("Sasaran bulan ini", cell.denominator, denominator));
    if (denominator !== null && denominator >= 0 && !Number.isInteger(denominator))
      reasons.push("Sasaran bulan ini harus angka bulat");
  }
  if (reasons.length > 0 || !villageCode || year === null || month === null || value === null) return { reasons };
  return { villageCode, year, month, value, denominator };
}

const most = 9_999_999;

function numberFaults(name: string, typed: string, value: number | null): string[] {
  if (value === null) return [`${name} “${short(typed)}” bukan angka: tulis seperti 12 atau 12,5`];
  if (value < 0) return [`${name} ${short(typed)} tidak boleh kurang dari 0`];
  return value > most ? [`${name} paling banyak ${most.toLocaleString("id-ID")}`] : [];
}

/** "1801152001", as a spreadsheet keeps it that took the code for a number, is "18.01.15.2001". */
function villageCodeOf(typed: string): string | null {
  const code = typed.replace(/\s/g, "").replace(/^(\d{2})(\d{2})(\d{2})(\d{4})$/, "$1.$2.$3.$4");
  return /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(code) ? code : null;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).replace(/\p{Cs}$/u, "")}…` : text;
}
