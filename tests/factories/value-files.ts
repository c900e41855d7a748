// Files of figures as people fill them in.

import { type LongKey, longColumns } from "@/lib/figures/import-columns";
import { writeCsv } from "@/lib/imports/csv";
import { sheetFile } from "./directory-files";

export type ValueFileRow = Partial<Record<LongKey, string | number>>;

const headers = longColumns.map(({ header }) => header);

function lines(rows: readonly ValueFileRow[]): (string | number)[][] {
  return [headers, ...rows.map((row) => longColumns.map(({ key }) => row[key] ?? ""))];
}

/** One cell a row, as Excel saves it: numbers are numbers. */
export function valuesXlsx(rows: readonly ValueFileRow[]): Promise<Buffer> {
  return sheetFile(lines(rows));
}

export function valuesCsvFile(rows: readonly ValueFileRow[]): Buffer {
  return writeCsv(lines(rows).map((line) => line.map(String)));
}

/** Cells of one place after the other: villages, then indicators, then months, then years. */
export function manyRows(
  count: number,
  { villages, indicators, from }: { villages: readonly string[]; indicators: readonly string[]; from: number },
): ValueFileRow[] {
  return Array.from({ length: count }, (_, index) => {
    const [v, i] = [index % villages.length, Math.floor(index / villages.length)];
    const m = Math.floor(i / indicators.length);
    return {
      villageCode: villages[v] ?? "",
      indicator: indicators[i % indicators.length] ?? "",
      year: from + Math.floor(m / 12),
      month: (m % 12) + 1,
      value: index % 60,
    };
  });
}
