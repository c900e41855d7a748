import { z } from "zod";
import type { FileCell, ValuesFile } from "@/lib/figures/import-file";
import { readMonth } from "@/lib/figures/month-words";
import { type DecimalSign, readWritten, signOf } from "@/lib/figures/written-numbers";
import type { OnProgress } from "@/lib/imports/drafts";
import { isYear, years } from "@/lib/indicators/rules";

/** Row, place of the village and of the indicator in their lists, year, month, value, those looked at. */
const cellSchema = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.union([z.number(), z.string()]),
  z.number().nullable(),
]);

const faultSchema = z.tuple([z.number(), z.string(), z.array(z.string())]);

export const valuesDraftSchema = z.object({
  villages: z.array(z.object({ code: z.string(), name: z.string() })),
  indicators: z.array(z.string()),
  cells: z.array(cellSchema),
  faults: z.array(faultSchema),
  hasDenominator: z.boolean(),
  unusedColumns: z.array(z.string()),
  empty: z.number(),
  notes: z.array(z.string()),
});

export type ValuesDraft = z.output<typeof valuesDraftSchema>;
export type DraftCell = z.output<typeof cellSchema>;

const cellsPerStep = 2500;

/** @param noPlace what is said where a row names none */
export async function readValueCells(
  file: ValuesFile,
  onProgress: OnProgress,
  noPlace = "Isi kode desa",
): Promise<ValuesDraft> {
  const villages = new Map<string, number>();
  const indicators = new Map<string, number>();
  const cells: DraftCell[] = [];
  const faults: ValuesDraft["faults"] = [];
  const sign = signOf(numbersOf(file));
  for (let from = 0; from < file.cells.length; from += cellsPerStep) {
    for (const cell of file.cells.slice(from, from + cellsPerStep)) {
      const read = readValueCell(cell, sign, noPlace);
      if ("reasons" in read) faults.push([cell.row, labelOf(cell), read.reasons]);
      else
        cells.push([
          cell.row,
          placeIn(villages, JSON.stringify(cell.village)),
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
  const { hasDenominator, unusedColumns, empty, notes } = file;
  return {
    villages: [...villages.keys()].map((village) => JSON.parse(village)),
    indicators: [...indicators.keys()],
    cells,
    faults,
    hasDenominator,
    unusedColumns,
    empty,
    notes,
  };
}

function* numbersOf({ cells }: ValuesFile): Generator<string> {
  for (const { value, denominator } of cells) {
    if (value !== "") yield value;
    if (denominator !== "") yield denominator;
  }
}

function placeIn(list: Map<string, number>, word: string): number {
  const known = list.get(word);
  if (known !== undefined) return known;
  list.set(word, list.size);
  return list.size - 1;
}

function labelOf({ village, indicator, month, year, value }: FileCell): string {
  return [village.code || village.name, indicator, `bulan ${month} ${year}`.trim(), value]
    .filter(Boolean)
    .join(", ")
    .slice(0, 200)
    .replace(/\p{Cs}$/u, "");
}

type Read = { year: number; month: number; value: number | string; denominator: number | null } | { reasons: string[] };

function readValueCell(cell: FileCell, sign: DecimalSign | null, noPlace: string): Read {
  const reasons = [...cell.errors];
  const month = readMonth(cell.month);
  const year = /^\d{4}$/.test(cell.year) ? Number(cell.year) : null;
  const value = readWritten(cell.value, sign);
  const denominator = cell.denominator === "" ? null : readWritten(cell.denominator, sign ?? ",");
  if (cell.village.code === "" && cell.village.name === "") reasons.push(noPlace);
  if (!cell.indicator) reasons.push("Isi nama indikator");
  if (year === null || !isYear(year))
    reasons.push(`Tahun “${short(cell.year)}” harus antara ${years.first} dan ${years.last}`);
  if (month === null) reasons.push(`Bulan “${short(cell.month)}” tidak ada: tulis 1 sampai 12`);
  else if (month.year !== null && month.year !== year)
    reasons.push(`Bulan “${short(cell.month)}” bukan tahun ${short(cell.year)}`);
  if (cell.value === "" && cell.errors.length === 0) reasons.push("Isi nilai, atau kosongkan sasaran bulan ini");
  if (cell.value !== "") reasons.push(...numberFaults("Nilai", cell.value, value));
  if (denominator !== null || cell.denominator !== "")
    reasons.push(...denominatorFaults(cell.denominator, denominator));
  if (reasons.length > 0 || year === null || month === null || value === null) return { reasons };
  return {
    year,
    month: month.month,
    value: value === "unsure" || value.isPercent ? cell.value : value.value,
    denominator: denominator === null || denominator === "unsure" ? null : denominator.value,
  };
}

const most = 9_999_999;

type Written = ReturnType<typeof readWritten>;

function numberFaults(name: string, typed: string, read: Written): string[] {
  if (read === null) return [`${name} “${short(typed)}” bukan angka: tulis seperti 12 atau 12,5`];
  if (read === "unsure") return [];
  if (read.value < 0) return [`${name} ${short(typed)} tidak boleh kurang dari 0`];
  return read.value > most ? [`${name} paling banyak ${most.toLocaleString("id-ID")}`] : [];
}

function denominatorFaults(typed: string, read: Written): string[] {
  const faults = numberFaults("Sasaran bulan ini", typed, read);
  if (faults.length > 0 || read === null || read === "unsure") return faults;
  return read.isPercent || !Number.isInteger(read.value) ? ["Sasaran bulan ini harus angka bulat"] : [];
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).replace(/\p{Cs}$/u, "")}…` : text;
}
