import { type Refusal, refuse } from "@/lib/actor";
import { type ColumnKey, monthOfHeading, monthOfKey } from "@/lib/figures/import-columns";
import { isAlmostMonth } from "@/lib/figures/month-words";
import { countWords } from "@/lib/imports/count-words";
import type { Header } from "@/lib/imports/header";
import type { Table, TableRow } from "@/lib/imports/table";
import type { WrittenVillage } from "@/lib/imports/villages";
import { toHundredths } from "@/lib/pws/achievement";

const mostCells = 60_000;

export type FileCell = {
  row: number;
  village: WrittenVillage;
  indicator: string;
  year: string;
  month: string;
  value: string;
  denominator: string;
  errors: readonly string[];
};

export type ValuesFile = {
  cells: FileCell[];
  hasDenominator: boolean;
  unusedColumns: string[];
  /** Cells without a number, left out. */
  empty: number;
  notes: string[];
};

export function valuesIn(table: Table<ColumnKey>): { ok: true; file: ValuesFile } | Refusal {
  const { header, notes } = table;
  const months = monthsOf(header);
  const fault = faultOfShape(header, months);
  if (fault) return no(fault);
  const all = cellsOf(table, months);
  const cells = all.filter(({ value, denominator, errors }) => value !== "" || denominator !== "" || errors.length > 0);
  if (cells.length === 0) return no("Tidak ada angka di bawah judul kolom. Isi dulu berkasnya, lalu unggah lagi.");
  if (cells.length > mostCells)
    return no(
      `Berkas ini berisi ${countWords(cells.length)} angka; paling banyak ${countWords(mostCells)}. Bagi menjadi beberapa berkas, misalnya per tahun.`,
    );
  return {
    ok: true,
    file: {
      cells,
      hasDenominator: header.places.has("denominator"),
      unusedColumns: header.unused.slice(0, 20).map(({ heading }) => heading),
      empty: all.length - cells.length,
      notes,
    },
  };
}

type MonthColumn = { key: ColumnKey; month: string; year: string };

function monthsOf({ headings }: Header<ColumnKey>): MonthColumn[] {
  return [...headings].flatMap(([key, heading]) => {
    const month = monthOfKey(key);
    return month === null ? [] : [{ key, month: String(month), year: String(monthOfHeading(heading)?.year ?? "") }];
  });
}

function faultOfShape(header: Header<ColumnKey>, months: readonly MonthColumn[]): string | null {
  const { places, line } = header;
  const isLong = places.has("month") && places.has("value");
  if (!isLong && months.length === 0)
    return "Kolom “Bulan” dan “Nilai”, atau kolom bulan Januari sampai Desember, tidak ditemukan di baris judul.";
  if (places.has("value") && months.length > 0)
    return "Berkas ini punya kolom “Nilai” dan juga kolom bulan. Sisakan salah satunya.";
  if (!places.has("year") && !(months.length > 0 && months.every(({ year }) => year !== "")))
    return `Kolom “Tahun” tidak ditemukan di baris judul (baris ${line + 1}). Tambahkan, atau tulis tahunnya di setiap judul kolom bulan.`;
  const unread = months.length > 0 ? unreadMonth(header, months) : null;
  return unread === null
    ? null
    : `Kolom “${unread}” di antara kolom bulan tidak dikenal, jadi tidak ada bulan yang dibaca. Tulis nama bulan dari Januari sampai Desember, atau pindahkan kolom itu ke ujung.`;
}

const totals =
  /jumlah|total|kumulatif|kum|triwulan|semester|rata|target|sasaran|persen|capaian|%|^(tw|smt|q)\b|\bs\/?d\b/i;

function unreadMonth({ places, unused }: Header<ColumnKey>, months: readonly MonthColumn[]): string | null {
  const taken = months.map(({ key }) => places.get(key) ?? 0);
  const [first, last] = [Math.min(...taken), Math.max(...taken)];
  const found = unused.find(
    ({ place, heading }) =>
      isAlmostMonth(heading) || (place > first && place < last && months.length < 12 && !totals.test(heading)),
  );
  return found?.heading ?? null;
}

function cellsOf({ header, rows }: Table<ColumnKey>, months: readonly MonthColumn[]): FileCell[] {
  return months.length === 0
    ? rows.map((row) => longCell(row))
    : rows.flatMap((row) => months.map((month) => wideCell(row, month, header)));
}

const none: readonly string[] = [];

function longCell({ row, cells, errors }: TableRow<ColumnKey>): FileCell {
  const faults = Object.values(errors);
  return {
    row,
    village: { code: cells.villageCode ?? "", name: cells.village ?? "" },
    indicator: cells.indicator ?? "",
    year: cells.year ?? "",
    month: cells.month ?? "",
    value: cells.value ?? "",
    denominator: cells.denominator ?? "",
    errors: faults.length > 0 ? faults : none,
  };
}

const rowKeys = ["villageCode", "village", "indicator", "year"] as const;

function wideCell(
  row: TableRow<ColumnKey>,
  { key, month, year }: MonthColumn,
  { places }: Header<ColumnKey>,
): FileCell {
  const faults = [...rowKeys, key].flatMap((one) => row.errors[one] ?? []);
  const said = row.cells.year ?? "";
  return {
    ...longCell({ ...row, errors: {} }),
    year: places.has("year") && year !== "" && said !== year ? `${said}, sedangkan judul kolom ${year}` : said || year,
    month,
    value: row.cells[key] ?? "",
    denominator: "",
    errors: faults.length > 0 ? faults : none,
  };
}

/** A number of a sheet as it is typed here, to the hundredths that are kept: 77.41935483870968 is "77,42". */
export function writtenNumber(value: number): string {
  return Math.abs(value) < 1e12 ? String(toHundredths(value)).replace(".", ",") : String(value);
}

function no(reason: string): Refusal {
  return refuse(reason, "file");
}
