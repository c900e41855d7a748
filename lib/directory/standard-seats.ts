import { capital } from "@/lib/area-words/local";
import { isWard, wordFor } from "@/lib/area-words/words";
import { sectorOrder } from "@/lib/directory/rules";
import { plainWords } from "@/lib/plain-words";
import type { Sector } from "@/prisma/generated/enums";

// The seats that a puskesmas invites nearly everywhere, named in the words of its own area.

export const seatGroups = {
  kecamatan: "Kecamatan dan lintas sektor",
  kepala: "Kepala desa",
  bidan: "Bidan desa",
  puskesmas: "Puskesmas",
} as const;

export type SeatGroup = keyof typeof seatGroups;

export type StandardSeat = {
  /** The same at each look, so that a form may name it. */
  key: string;
  group: SeatGroup;
  title: string;
  institution: string;
  sector: Sector;
  villageCode: string | null;
  /** Its name: "Desa Baktirasa". */
  village: string | null;
  protocolOrder: number;
  isOfficeHead: boolean;
};

export type StandingSeat = { title: string; institution: string; villageCode: string | null };

type Place = { code: string; name: string };
export type SeatPlaces = { office: string; districts: readonly Place[]; villages: readonly Place[] };

/** A seat with the pattern by which a seat of the directory is known to be it, whatever else it is called. */
type Known = StandardSeat & { known: RegExp; place: string | null };

/** @returns those that the directory does not have yet, archived ones included */
export function missingSeats(places: SeatPlaces, standing: readonly StandingSeat[]): StandardSeat[] {
  const seats = standing.map((seat) => ({ ...seat, words: wordsOf(seat) }));
  return [
    ...places.districts.flatMap((district) => seatsOfDistrict(district, places.districts.length === 1)),
    ...places.villages.map(villageHead),
    ...places.villages.map((village) => midwife(village, places.office)),
    ...seatsOfOffice(places.office),
  ]
    .filter(
      ({ known, place, villageCode }) =>
        !seats.some(
          (seat) =>
            known.test(seat.words) &&
            (seat.villageCode === null || seat.villageCode === villageCode) &&
            (seat.villageCode !== null || place === null || seat.words.includes(place)),
        ),
    )
    .map(({ known, place, ...seat }) => seat);
}

function wordsOf({ title, institution }: StandingSeat): string {
  return plainWords(`${title} | ${institution}`).replace(/^(?:plt|plh|pj) /, "");
}

function seatsOfDistrict({ code, name }: Place, isOnly: boolean): Known[] {
  const { word, head } = wordFor(code, "district");
  const district = `${capital(word)} ${name}`;
  const place = isOnly ? null : plainWords(name);
  const seat = (
    key: string,
    sector: Sector,
    step: number,
    title: string,
    institution: string,
    known: RegExp,
  ): Known => ({
    ...{ key: `${key}:${code}`, group: "kecamatan", title, institution, sector, villageCode: null, village: null },
    ...{ protocolOrder: sectorOrder[sector] + step, isOfficeHead: false, known, place },
  });
  return [
    seat("camat", "KECAMATAN", 0, head, district, new RegExp(`^(?:camat|${plainWords(head)})\\b`)),
    seat(
      "sekcam",
      "KECAMATAN",
      1,
      `Sekretaris ${capital(word)}`,
      district,
      /^(?:sekcam|sekretaris (?:camat|kecamatan|distrik|kapanewon|kemantren))\b/,
    ),
    seat(
      "kesra",
      "KECAMATAN",
      2,
      "Kasi Kesejahteraan Rakyat",
      district,
      /^(?:kasi|kepala seksi) (?:kesra|kesejahteraan|kessos)/,
    ),
    seat("danramil", "SECURITY", 0, "Danramil", `Koramil ${name}`, /^danramil\b|\bkoramil\b/),
    seat("kapolsek", "SECURITY", 1, "Kapolsek", `Polsek ${name}`, /^kapolsek\b|\bpolsek\b/),
    seat(
      "pendidikan",
      "EDUCATION",
      0,
      "Koordinator Wilayah Pendidikan",
      `Dinas Pendidikan ${district}`,
      /^(?:korwil|koordinator|kupt|kepala upt|pengawas).*pendidikan/,
    ),
    seat("kua", "RELIGION", 0, "Kepala KUA", `Kantor Urusan Agama ${district}`, /\bkua\b|kantor urusan agama/),
    seat(
      "kb",
      "FAMILY_PLANNING",
      0,
      "Koordinator Penyuluh KB",
      `Balai Penyuluhan KB ${district}`,
      /penyuluh(?:an)? (?:kb|keluarga berencana)|\bplkb\b/,
    ),
    seat(
      "pkk",
      "OTHER",
      -52,
      `Ketua TP PKK ${capital(word)}`,
      `TP PKK ${district}`,
      /^ketua (?:tp )?pkk\b(?!.*\b(?:desa|kelurahan)\b)/,
    ),
  ];
}

function villageHead({ code, name }: Place): Known {
  const { word, head } = wordFor(code, "village");
  return {
    ...{ key: `kepala:${code}`, group: "kepala", title: head, sector: "DESA", villageCode: code, isOfficeHead: false },
    village: `${capital(word)} ${name}`,
    institution: isWard(code) ? `Kelurahan ${name}` : `Pemerintah ${capital(word)} ${name}`,
    protocolOrder: sectorOrder.DESA,
    known: new RegExp(`^(?:kepala desa|lurah|${plainWords(head)})\\b`),
    place: plainWords(name),
  };
}

function midwife({ code, name }: Place, office: string): Known {
  return {
    ...{ key: `bidan:${code}`, group: "bidan", title: isWard(code) ? "Bidan Kelurahan" : "Bidan Desa" },
    ...{ institution: office, sector: "HEALTH", villageCode: code, isOfficeHead: false },
    village: `${capital(wordFor(code, "village").word)} ${name}`,
    protocolOrder: sectorOrder.HEALTH + 6,
    known: /^bidan\b/,
    place: plainWords(name),
  };
}

/** The clusters are those of KMK HK.01.07/MENKES/2015/2023. */
const ofOffice: readonly (readonly [key: string, step: number, title: string, known: RegExp])[] = [
  ["kepala-puskesmas", -2, "Kepala Puskesmas", /^kepala (?:upt[a-z]* )?(?:puskesmas|pkm|blud)\b/],
  ["tata-usaha", 1, "Kepala Tata Usaha", /^(?:ktu|kepala (?:sub ?bagian )?tata usaha|kasubbag)\b/],
  ["klaster-1", 2, "Penanggung Jawab Klaster 1, Manajemen", /klaster (?:1|i|manajemen)\b/],
  ["klaster-2", 2, "Penanggung Jawab Klaster 2, Ibu dan Anak", /klaster (?:2|ii|ibu)\b/],
  ["klaster-3", 2, "Penanggung Jawab Klaster 3, Usia Dewasa dan Lanjut Usia", /klaster (?:3|iii|usia)\b/],
  ["klaster-4", 2, "Penanggung Jawab Klaster 4, Penanggulangan Penyakit Menular", /klaster (?:4|iv|penanggulangan)\b/],
  ["lintas-klaster", 2, "Penanggung Jawab Lintas Klaster", /lintas klaster\b/],
];

function seatsOfOffice(office: string): Known[] {
  return ofOffice.map(([key, step, title, known]) => ({
    ...{ key, group: "puskesmas", title, institution: office, sector: "HEALTH", villageCode: null, village: null },
    ...{ protocolOrder: sectorOrder.HEALTH + step, isOfficeHead: key === "kepala-puskesmas", known, place: null },
  }));
}
