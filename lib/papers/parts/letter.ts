import type { Actor } from "@/lib/actor";
import { seatName } from "@/lib/directory/rules";
import { findLetterRow, type LetterSubject, letterFacts } from "@/lib/letters/reads";
import { urgencyNames } from "@/lib/letters/rules";
import type { Block, Signatory } from "@/lib/papers/model";
import { formatDayLong } from "@/lib/time";

/** What the register knows of a letter. */
export type LetterFacts = {
  number: string | null;
  day: string | null;
  place: string | null;
  urgency: string;
  attachment: string | null;
  subject: string;
  copies: string[];
  signatory: LetterSignatory | null;
};

export type LetterSignatory = {
  /** With its prefix: "Plt. Camat Malangke". */
  seat: string;
  name: string | null;
  rank: string | null;
  /** "NIP 19830826 200904 1 002". */
  number: string | null;
  /** a.n.: the seat in whose name it is signed; u.b.: the seat between the two. */
  onBehalfOf: string | null;
  through: string | null;
};

/** The letter of a paper; null where the register has none. */
export async function findLetterFacts(actor: Actor, kind: string, subject: LetterSubject): Promise<LetterFacts | null> {
  const row = await findLetterRow(actor, subject, kind);
  if (!row) return null;
  const { urgency, signatory, ...facts } = letterFacts(row);
  const { seat, prefix, ...rest } = signatory;
  return {
    ...facts,
    urgency: urgencyNames[urgency],
    signatory: seat ? { ...rest, seat: seatName({ title: seat, prefix }) } : null,
  };
}

export function letterSignatory({ seat, name, rank, number, onBehalfOf, through }: LetterSignatory): Signatory {
  return {
    above: [
      ...(onBehalfOf ? [`a.n. ${onBehalfOf}`] : []),
      ...(through ? [`${through}`, `u.b. ${seat},`] : [`${seat},`]),
    ],
    name: name ?? "",
    below: [rank, number].filter((line) => line !== null),
  };
}

export type Opening = { office: { place: string }; addressees: string[]; attachment: string | null };

/** Place and day, number, sifat, lampiran, hal, and to whom. */
export function letterOpening(letter: LetterFacts | null, subject: string, opening: Opening): Block {
  const attachment = letter?.attachment ?? opening.attachment ?? "-";
  return {
    type: "letterOpening",
    placeAndDay: [letter?.place ?? opening.office.place, letter?.day && formatDayLong(letter.day)]
      .filter(Boolean)
      .join(", "),
    reference: [
      { label: "Nomor", text: letter?.number ?? "" },
      { label: "Sifat", text: letter?.urgency ?? "Biasa" },
      { label: "Lampiran", text: attachment },
      { label: "Hal", text: letter?.subject ?? subject },
    ],
    addressees: opening.addressees,
  };
}

export function letterEnd(letter: LetterFacts | null): Block[] {
  const copies = letter?.copies ?? [];
  return [
    { type: "signatures", columns: 2, parties: letter?.signatory ? [letterSignatory(letter.signatory)] : [] },
    ...(copies.length > 0
      ? ([
          { type: "paragraph", text: [{ text: "Tembusan:", bold: true }], align: "left" },
          { type: "list", ordered: true, items: copies },
        ] satisfies Block[])
      : []),
  ];
}

/** What a letter lacks before it may leave. @param where the register is */
export function missingOfLetter(letter: LetterFacts | null, where: string): string[] {
  if (!letter) return [`Surat ini belum punya nomor, tanggal, dan penanda tangan: isi di ${where}.`];
  return [
    ...(letter.number ? [] : [`Nomor surat belum diisi: isi di ${where}.`]),
    ...(letter.day ? [] : [`Tanggal surat belum diisi: isi di ${where}.`]),
    ...(letter.signatory?.name ? [] : [`Nama penanda tangan surat belum diisi: isi di ${where}.`]),
  ];
}

export function letterValues(letter: LetterFacts | null): Record<string, string> {
  return {
    nomor_surat: letter?.number ?? "",
    tanggal_surat: letter?.day ? formatDayLong(letter.day) : "",
    sifat: letter?.urgency ?? "",
    penanda_tangan: letter?.signatory?.name ?? "",
    jabatan_penanda_tangan: letter?.signatory?.seat ?? "",
  };
}

export const letterPlaceholders = [
  "nomor_surat",
  "tanggal_surat",
  "sifat",
  "penanda_tangan",
  "jabatan_penanda_tangan",
] as const;
