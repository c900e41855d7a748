import { readMonth, type WrittenMonth } from "@/lib/figures/month-words";
import type { Column } from "@/lib/imports/header";
import { monthNames } from "@/lib/time";

const monthKeys = ["b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "b10", "b11", "b12"] as const;

export type MonthKey = (typeof monthKeys)[number];
export type LongKey = "villageCode" | "village" | "indicator" | "year" | "month" | "value" | "denominator";
export type ColumnKey = LongKey | MonthKey;

type Described = Column<LongKey> & { width: number; help: string };

export const longColumns: readonly Described[] = [
  {
    key: "villageCode",
    header: "Kode desa",
    obligatory: true,
    unless: "village",
    width: 16,
    mayMerge: true,
    also: ["kode desa kelurahan", "kode"],
    help: "Wajib. Kode Kemendagri, misalnya 18.01.15.2001, atau nama desa di wilayah kerja.",
  },
  {
    key: "village",
    header: "Desa",
    obligatory: false,
    width: 22,
    mayMerge: true,
    also: ["nama desa", "desa kelurahan"],
    help: "Boleh tanpa kode. Bila keduanya diisi, nama dan kode harus cocok.",
  },
  {
    key: "indicator",
    header: "Indikator",
    obligatory: true,
    width: 42,
    mayMerge: true,
    also: ["nama indikator"],
    help: "Wajib. Nama indikator persis seperti di halaman Indikator; huruf besar kecil tidak berpengaruh.",
  },
  {
    key: "year",
    header: "Tahun",
    obligatory: false,
    width: 9,
    mayMerge: true,
    also: [],
    help: "Wajib. Misalnya 2026. Boleh tanpa kolom ini bila tahunnya tertulis di judul kolom bulan.",
  },
  {
    key: "month",
    header: "Bulan",
    obligatory: false,
    width: 10,
    mayMerge: true,
    also: [],
    help: "Wajib. 1 sampai 12, atau nama bulan.",
  },
  {
    key: "value",
    header: "Nilai",
    obligatory: false,
    width: 12,
    also: ["capaian", "jumlah"],
    help: "Jumlah orang atau kasus sebagai angka bulat; untuk indikator persen tulis 12,5 atau 12,5 %. Baris tanpa nilai dilewati.",
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

export const monthColumns: readonly Column<MonthKey>[] = monthKeys.map((key, index) => ({
  key,
  header: monthNames[index] ?? "",
  obligatory: false,
  also: [],
  matches: (heading) => monthOfHeading(heading)?.month === index + 1,
}));

export const importColumns: readonly Column<ColumnKey>[] = [...longColumns, ...monthColumns];

export function monthOfHeading(heading: string): WrittenMonth | null {
  return /^\d{1,2}$/.test(heading) ? null : readMonth(heading);
}

/** "b7" → 7; null for a column that is no month. */
export function monthOfKey(key: ColumnKey): number | null {
  const [, month] = /^b(\d+)$/.exec(key) ?? [];
  return month === undefined ? null : Number(month);
}
