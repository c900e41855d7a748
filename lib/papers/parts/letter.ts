import { prefixNames } from "@/lib/directory/rules";
import type { LetterFacts, LetterSignatory } from "@/lib/letters/facts";
import { urgencyNames } from "@/lib/letters/rules";
import type { Block, Signatory } from "@/lib/papers/model";
import { formatDayLong } from "@/lib/time";

/** "a.n. Kepala Dinas Kesehatan", "Sekretaris,", "u.b.", "Plt. Kepala Bidang Kesmas,". */
export function signatoryLines({ prefix, seat, onBehalfOf, through }: LetterSignatory): string[] {
  const own = [prefix ? prefixNames[prefix] : "", seat ?? ""].filter(Boolean).join(" ");
  return [
    ...(onBehalfOf ? [`a.n. ${onBehalfOf}`] : []),
    ...(through ? [`${through},`, "u.b."] : []),
    ...(own ? [`${own},`] : []),
  ];
}

export function signatoryBlock({ signatory }: LetterFacts): Signatory {
  const { name, rank, number } = signatory;
  return {
    above: signatoryLines(signatory),
    name: name ?? "",
    below: [rank, number].filter((line) => line !== null),
  };
}

export function letterOpening(letter: LetterFacts, addressees: string[]): Block {
  const placeAndDay = [letter.place, letter.day && formatDayLong(letter.day)].filter(Boolean).join(", ");
  return { type: "letterOpening", placeAndDay, reference: referenceOf(letter), addressees };
}

function referenceOf({ number, urgency, attachment, subject }: LetterFacts) {
  return [
    { label: "Nomor", text: number ?? "" },
    { label: "Sifat", text: urgencyNames[urgency] },
    { label: "Lampiran", text: attachment ?? "–" },
    { label: "Hal", text: subject },
  ];
}

/** Tembusan, below the signature; nothing where there are none. */
export function copiesBlocks({ copies }: LetterFacts): Block[] {
  if (copies.length === 0) return [];
  return [
    { type: "paragraph", text: [{ text: "Tembusan:", underline: true }] },
    { type: "list", ordered: true, items: copies },
  ];
}

export const letterPlaceholders = [
  "nomor",
  "tanggal_surat",
  "tempat_surat",
  "sifat",
  "lampiran",
  "hal",
  "tujuan",
  "tembusan",
  "jabatan_penanda_tangan",
  "nama_penanda_tangan",
  "pangkat_penanda_tangan",
  "nip_penanda_tangan",
] as const;

export function letterFields(letter: LetterFacts): Record<(typeof letterPlaceholders)[number], string> {
  const { signatory } = letter;
  return {
    nomor: letter.number ?? "",
    tanggal_surat: letter.day ? formatDayLong(letter.day) : "",
    tempat_surat: letter.place ?? "",
    sifat: urgencyNames[letter.urgency],
    lampiran: letter.attachment ?? "–",
    hal: letter.subject,
    tujuan: letter.addressees,
    tembusan: letter.copies.map((copy, index) => `${index + 1}. ${copy}`).join("\n"),
    jabatan_penanda_tangan: signatoryLines(signatory).join("\n"),
    nama_penanda_tangan: signatory.name ?? "",
    pangkat_penanda_tangan: signatory.rank ?? "",
    nip_penanda_tangan: signatory.number ?? "",
  };
}

/** What a letter still needs before it leaves the office, each a sentence that says where it is mended. */
export function letterMissing(letter: LetterFacts): string[] {
  const where = "di Dokumen, Nomor surat";
  return [
    letter.number ? null : `Nomor surat belum diterbitkan; terbitkan ${where}.`,
    letter.day ? null : `Tanggal surat belum diisi; isi ${where}.`,
    letter.place ? null : `Tempat surat dibuat belum diisi; isi ${where}.`,
    letter.signatory.seat ? null : `Jabatan penanda tangan belum diisi; isi ${where}.`,
    letter.signatory.name ? null : `Nama penanda tangan belum diisi; isi ${where}.`,
  ].filter((sentence) => sentence !== null);
}
