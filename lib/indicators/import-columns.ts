import type { Column } from "@/lib/imports/header";
import { monthNames } from "@/lib/time";

const monthKeys = ["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "b11", "b12"] as const;

export type MonthKey = (typeof monthKeys)[number];
export type LongKey = "villageCode" | "village" | "indicator" | "year" | "month" | "value" | "denominator";
export type ColumnKey = LongKey | MonthKey;

type Described = Column<LongKey> & { width: number; help: string };

/** One cell a row, as the export writes it. */
export const longColumns: readonly Described[] = [
  {
    key: "villageCode",
    header: "Kode desa",
    obligatory: true,
    width: 16,
    also: ["kode desa kelurahan", "kode"],
    help: "Wajib. Kode Kemendagri, misalnya 18.01.15.2001, desa di wilayah kerja.",
  },
  {
    key: "village",
    header: "Desa",
    obligatory: false,
    width: 22,
    also: ["nama desa", "desa kelurahan"],
    help: "Hanya untuk dibaca; yang dipakai kodenya.",
  },
  {
    key: "indicator",
    header: "Indikator",
    obligatory: true,
    width: 42,
    also: ["nama indikator"],
    help: "Wajib. Nama indikator persis seperti di halaman Indikator; huruf besar kecil tidak berpengaruh.",
  },
  { key: "year", header: "Tahun", obligatory: true, width: 9, also: [], help: "Wajib. Misalnya 2026." },
  {
    key: "month",
    header: "Bulan",
    obligatory: false,
    width: 10,
    also: [],
    help: "Wajib. 1 sampai 12, atau nama bulan.",
  },
  {
    key: "value",
    header: "Nilai",
    obligatory: false,
    width: 12,
    also: ["capaian", "jumlah"],
    help: "Jumlah orang atau kasus sebagai angka bulat; untuk indikator persen tulis 12,5 (bukan sel berformat persen). Baris tanpa nilai dilewati.",
  },
  {
    key: "denominator",
    header: "Sasaran bulan ini",
    obligatory: false,
    width: 18,
    also: ["sasaran bulan"],
    help: "Hanya untuk cakupan yang setiap bulannya berdiri sendiri, misalnya balita yang diukur. Kosong: memakai sasaran setahun.",
  },
];

/** Twelve months in one row: what many recapitulations look like. */
const monthColumns: readonly Column<MonthKey>[] = monthKeys.map((key, index) => {
  const name = monthNames[index] ?? "";
  return { key, header: name, obligatory: false, also: [name.slice(0, 3), ...(index === 7 ? ["ags", "agt"] : [])] };
});

export const importColumns: readonly Column<ColumnKey>[] = [...longColumns, ...monthColumns];

/** "b7" → 7; null for a column that is no month. */
export function monthOfKey(key: ColumnKey): number | null {
  const [, month] = /^b(\d+)$/.exec(key) ?? [];
  return month === undefined ? null : Number(month);
}

/** "7", "07", "Juli" or "Jul" → 7. */
export function readMonth(text: string): number | null {
  if (/^0?[1-9]$|^1[0-2]$/.test(text)) return Number(text);
  const plain = text.toLowerCase();
  const index = monthColumns.findIndex(({ header, also }) =>
    [header, ...also].some((name) => name.toLowerCase() === plain),
  );
  return index < 0 ? null : index + 1;
}
