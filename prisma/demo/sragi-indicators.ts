import type { IndicatorForm, TargetSpread } from "@/prisma/generated/enums";

/** One desa in one month; `place` is its number in the order of codes, soFar what it reported before in the year. */
type Spot = { place: number; month: number; sasaran: number; isNow: boolean; soFar: number };

type Definition = {
  name: string;
  definition?: string;
  numerator?: string;
  denominator?: string;
  unit: string;
  topic: string;
  form: IndicatorForm;
  isCumulative: boolean;
  lowerIsBetter?: boolean;
  spread: TargetSpread;
  archivedAt?: Date;
};

export type Figure = {
  definition: Definition;
  target: number;
  lastTarget: number;
  monthly?: number[];
  /** Of each desa, in the order of their codes. */
  sasaran?: readonly number[];
  /** null: not reported. */
  tell: (spot: Spot) => { value: number; of?: number } | null;
};

const babies = [46, 61, 38, 52, 57, 33, 49, 44, 29, 40];
const mothers = babies.map((count) => Math.round(count * 1.12));
const toddlers = babies.map((count) => count * 5 - 7);
const pupils = babies.map((count) => count + 6);

/** How far each desa gets of what is wanted. */
const pace = [0.98, 0.71, 1.02, 0.86, 0.93, 0.58, 1.04, 0.9, 1.22, 0.79];

/** The same small ups and downs each time the demo is filled: between -1 and 1. */
function wave({ place, month, isNow }: Spot, salt: number): number {
  return Math.sin(place * 12.9898 + month * 78.233 + salt * 37.719 + (isNow ? 4.1 : 0));
}

/** People reached in one month of a year in which `share` of the sasaran is wanted. */
function reach(spot: Spot, share: number, salt: number): number {
  const wanted = (spot.sasaran * share * (pace[(spot.place + salt) % pace.length] ?? 1) * spot.month) / 12;
  return Math.max(0, Math.round(wanted + wave(spot, salt) * 0.8) - spot.soFar);
}

function round(value: number): number {
  return Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;
}

const coverage = { unit: "%", form: "COVERAGE", isCumulative: true, spread: "TWELFTHS" } as const;
const monthly = { unit: "%", form: "COVERAGE", isCumulative: false, spread: "FLAT" } as const;
const percent = { unit: "%", form: "PERCENT", isCumulative: false, spread: "FLAT" } as const;

/** What every puskesmas of the Dinkes follows. */
export const dinkesFigures: Figure[] = [
  {
    definition: {
      ...coverage,
      name: "Imunisasi dasar lengkap (IDL)",
      topic: "Imunisasi",
      definition: "Bayi yang sudah menerima HB0, BCG, polio, DPT-HB-Hib, dan campak-rubela sesuai jadwal",
      numerator: "Bayi yang lengkap imunisasi dasarnya bulan ini",
      denominator: "Bayi sasaran setahun",
    },
    target: 95,
    lastTarget: 90,
    sasaran: babies,
    // One desa had not reported for two months, another lost one.
    tell: (spot) =>
      spot.isNow && ((spot.place === 5 && spot.month >= 4 && spot.month <= 5) || (spot.place === 1 && spot.month === 7))
        ? null
        : { value: reach(spot, 0.95, 0) },
  },
  {
    definition: {
      ...coverage,
      name: "Pelayanan antenatal K6",
      topic: "Kesehatan ibu",
      numerator: "Ibu hamil yang diperiksa paling sedikit enam kali",
      denominator: "Ibu hamil sasaran setahun",
    },
    target: 90,
    lastTarget: 85,
    sasaran: mothers,
    tell: (spot) => (spot.isNow && spot.place === 7 && spot.month === 3 ? null : { value: reach(spot, 0.9, 3) }),
  },
  {
    definition: {
      ...coverage,
      name: "Kunjungan neonatal lengkap (KN lengkap)",
      topic: "Kesehatan anak",
      numerator: "Bayi yang dikunjungi tiga kali sampai umur 28 hari",
      denominator: "Bayi lahir hidup sasaran setahun",
    },
    target: 97,
    lastTarget: 95,
    sasaran: babies,
    tell: (spot) => ({ value: reach(spot, 0.97, 6) }),
  },
  {
    definition: {
      ...monthly,
      name: "Balita ditimbang (D/S)",
      topic: "Gizi",
      numerator: "Balita yang ditimbang bulan ini (D)",
      denominator: "Balita di wilayah kerja (S)",
    },
    target: 85,
    lastTarget: 80,
    sasaran: toddlers,
    tell: (spot) =>
      spot.isNow && spot.place === 3 && spot.month === 2
        ? null
        : { value: Math.round(spot.sasaran * (0.8 + ((pace[spot.place] ?? 1) - 0.9) * 0.35 + wave(spot, 2) * 0.05)) },
  },
  {
    definition: {
      ...monthly,
      name: "Prevalensi stunting",
      topic: "Stunting",
      lowerIsBetter: true,
      definition: "Balita dengan panjang atau tinggi badan menurut umur di bawah -2 SD",
      numerator: "Balita stunting bulan ini",
      denominator: "Balita yang diukur bulan ini",
    },
    target: 14,
    lastTarget: 16,
    sasaran: toddlers,
    tell(spot) {
      const of = Math.round(spot.sasaran * (0.82 + wave(spot, 5) * 0.08));
      const share = 0.15 + (1 - (pace[spot.place] ?? 1)) * 0.16 - (spot.isNow ? 0.012 : 0) - spot.month * 0.0015;
      return { value: Math.max(0, Math.round(of * (share + wave(spot, 8) * 0.008))), of };
    },
  },
  {
    definition: {
      name: "Kematian ibu",
      topic: "Kesehatan ibu",
      numerator: "Ibu meninggal saat hamil, bersalin, atau sampai 42 hari sesudahnya",
      unit: "orang",
      form: "COUNT",
      isCumulative: true,
      lowerIsBetter: true,
      spread: "FLAT",
    },
    target: 0,
    lastTarget: 0,
    tell: (spot) => ({
      value:
        (spot.isNow && spot.place === 5 && spot.month === 5) || (!spot.isNow && spot.place === 1 && spot.month === 9)
          ? 1
          : 0,
    }),
  },
  {
    definition: {
      ...percent,
      name: "Angka bebas jentik (ABJ)",
      topic: "DBD",
      numerator: "Rumah bebas jentik dari rumah yang diperiksa juru pemantau",
    },
    target: 95,
    lastTarget: 95,
    tell: (spot) =>
      spot.place === 8 && spot.month % 5 === 0
        ? null
        : { value: round(91 + ((pace[(spot.place + 4) % 10] ?? 1) - 0.9) * 18 + wave(spot, 11) * 3) },
  },
  {
    definition: {
      ...percent,
      name: "Keluarga stop BABS (ODF)",
      topic: "Sanitasi",
      numerator: "Keluarga yang memakai jamban sehat dari semua keluarga",
    },
    target: 100,
    lastTarget: 100,
    tell: (spot) => ({
      value: round(74 + (pace[spot.place] ?? 1) * 20 + (spot.isNow ? 5 : 0) + spot.month * 0.3),
    }),
  },
  {
    definition: {
      ...coverage,
      name: "Imunisasi BIAS campak-rubela kelas 1",
      topic: "Imunisasi",
      spread: "MONTHLY",
      numerator: "Murid kelas 1 yang diimunisasi pada BIAS Agustus dan susulannya",
      denominator: "Murid kelas 1 SD/MI",
    },
    target: 95,
    lastTarget: 95,
    monthly: [0, 0, 0, 0, 0, 0, 0, 80, 90, 95, 95, 95],
    sasaran: pupils,
    tell({ place, month, sasaran, soFar }) {
      if (month < 8) return null;
      const share = month === 8 ? 0.7 : 0.88;
      return { value: Math.max(0, Math.round(sasaran * Math.min(1, share * (pace[place] ?? 1) + 0.08)) - soFar) };
    },
  },
  {
    definition: {
      ...coverage,
      name: "Balita gizi buruk dirawat",
      topic: "Gizi",
      numerator: "Balita gizi buruk yang mulai dirawat bulan ini",
      denominator: "Balita gizi buruk yang ditemukan setahun",
    },
    target: 100,
    lastTarget: 100,
    // In some desa there is nobody to reach, which is not a failure.
    sasaran: [2, 3, 0, 1, 2, 4, 0, 1, 2, 1],
    tell: ({ place, month, sasaran, soFar }) =>
      sasaran === 0 ? null : { value: (month + place) % 4 === 0 && soFar < sasaran ? 1 : 0 },
  },
];

/** What Sragi follows for itself. */
export const sragiFigures: Figure[] = [
  {
    definition: {
      name: "Kelas ibu hamil",
      topic: "Kesehatan ibu",
      numerator: "Pertemuan kelas ibu hamil yang terlaksana",
      unit: "kali",
      form: "COUNT",
      isCumulative: true,
      spread: "TWELFTHS",
    },
    target: 12,
    lastTarget: 8,
    tell: (spot) => ({ value: wave(spot, 14) > 0.75 - (pace[spot.place] ?? 1) ? 1 : 0 }),
  },
];

/** No longer followed. */
export const formerIndicators: Definition[] = [
  {
    ...percent,
    name: "Vaksinasi Covid-19 lansia dosis kedua",
    topic: "Imunisasi",
    archivedAt: new Date("2024-01-05T03:00:00Z"),
  },
];
