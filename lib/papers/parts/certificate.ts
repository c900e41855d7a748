import type { PaperSettings } from "@/lib/papers/definition";
import type { Block, Section } from "@/lib/papers/model";
import { factRows, known, numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import { worded } from "@/lib/papers/parts/wording";

export type CertificateFacts = {
  code: string;
  number: string;
  /** "Senduro, 20 November 2025". */
  placeAndDay: string;
  name: string;
  title: string;
  institution: string;
  training: string;
  organisation: string;
  held: string;
  room: string;
  /** "8". */
  lessons: string;
  topics: { topic: string; form: string; lessons: string }[];
  /** "2 SKP, nomor … dari …"; null where none was given. */
  skp: string | null;
  validUntil: string | null;
  signatory: { seat: string; name: string; below: string[] };
};

export const certificatePlaceholders = ["pelatihan", "penyelenggara", "hari", "tempat", "jpl"] as const;

export const certificateWording = {
  statement: {
    label: "Pernyataan di bawah nama",
    text: "telah mengikuti dan memenuhi syarat kelulusan {pelatihan} yang diselenggarakan oleh {penyelenggara} pada {hari} di {tempat}, sebanyak {jpl} jam pelajaran (JPL).",
    placeholders: certificatePlaceholders,
  },
};

export function certificateValues(facts: CertificateFacts): Record<string, string> {
  return {
    pelatihan: facts.training,
    penyelenggara: facts.organisation,
    hari: facts.held,
    tempat: facts.room,
    jpl: facts.lessons,
  };
}

export function certificateSection(facts: CertificateFacts, settings: PaperSettings): Section {
  return {
    orientation: "landscape",
    letterhead: settings.letterhead,
    checkCode: facts.code,
    blocks: [...front(facts, settings), ...back(facts)],
  };
}

function front(facts: CertificateFacts, settings: PaperSettings): Block[] {
  const { number, name, title, institution, skp, validUntil, signatory, placeAndDay } = facts;
  const centred = (text: Extract<Block, { type: "paragraph" }>["text"]): Block => ({
    type: "paragraph",
    text,
    align: "center",
  });
  return [
    { type: "title", lines: ["SERTIFIKAT", `Nomor: ${number}`] },
    centred("diberikan kepada"),
    centred([{ text: name, bold: true }]),
    ...known([["", [title, institution].filter(Boolean).join(", ")]]).map(({ text }) => centred(text)),
    centred(worded(settings, certificateWording, "statement", certificateValues(facts))),
    ...[skp, validUntil && `Berlaku sampai ${validUntil}`].flatMap((line) => (line ? [centred(line)] : [])),
    {
      type: "signatures",
      columns: 2,
      placeAndDay,
      parties: [{ above: [`${signatory.seat},`], name: signatory.name, below: signatory.below }],
    },
  ];
}

function back({ topics, name, number, lessons }: CertificateFacts): Block[] {
  if (topics.length === 0) return [];
  return [
    { type: "pageBreak" },
    { type: "heading", level: 2, text: "Materi pelatihan" },
    factRows([
      ["Nama", name],
      ["Nomor sertifikat", number],
    ]),
    {
      type: "table",
      caption: "Materi pelatihan",
      columns: [
        numberColumn,
        { head: "Materi", width: 60 },
        { head: "Bentuk", width: 20 },
        { head: "JPL", width: 14, align: "right" },
      ],
      rows: [
        ...topics.map(({ topic, form, lessons: hours }, index) => [numberCell(index + 1), topic, form, hours]),
        ["", { text: "Jumlah", bold: true as const }, "", { text: lessons, bold: true as const }],
      ],
    },
  ];
}
