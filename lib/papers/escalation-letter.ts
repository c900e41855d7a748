import type { Actor } from "@/lib/actor";
import type { LetterFacts } from "@/lib/letters/facts";
import { letterOfEscalation } from "@/lib/letters/reads";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Paper } from "@/lib/papers/model";
import { known } from "@/lib/papers/parts/blocks";
import {
  type EscalationFacts,
  escalationPlaceholders,
  escalationValues,
  readEscalation,
} from "@/lib/papers/parts/escalation";
import {
  copiesBlocks,
  letterFields,
  letterMissing,
  letterOpening,
  letterPlaceholders,
  signatoryBlock,
} from "@/lib/papers/parts/letter";
import { letterParagraphs, worded } from "@/lib/papers/parts/wording";

const kind = "escalation-letter";

type Facts = { escalation: EscalationFacts; letter: LetterFacts };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const escalation = await readEscalation(actor, id);
  const letter = escalation && (await letterOfEscalation(actor, id, kind));
  return letter && { escalation, letter };
}

const placeholders = [...escalationPlaceholders, ...letterPlaceholders];

const wording = {
  opening: {
    label: "Alinea pembuka",
    text: "Sehubungan dengan hasil {kegiatan} pada {hari}, bersama ini kami sampaikan rencana tindak lanjut yang tidak dapat diselesaikan di tingkat puskesmas dan memerlukan tindak lanjut {dinkes}:",
    placeholders,
  },
  closing: {
    label: "Alinea penutup",
    text: "Kami mohon tindak lanjut dan jawaban secara resmi. Atas perhatian dan dukungan Bapak/Ibu, kami ucapkan terima kasih.",
    placeholders,
  },
};

function compose({ escalation, letter }: Facts, settings: PaperSettings): Paper {
  const { puskesmas, dinkes } = escalation;
  const values = { ...escalationValues(escalation), ...letterFields(letter) };
  return {
    title: `Surat pengantar RTL ${escalation.item.number} ${escalation.meetingTitle}`,
    organisation: puskesmas.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          letterOpening(letter, [`Yth. Kepala ${dinkes.name}`, "di –", dinkes.place]),
          ...letterParagraphs(worded(settings, wording, "opening", values)),
          { type: "facts", rows: known([...escalation.about, ["Yang dimohon", escalation.reason]]), indent: true },
          ...letterParagraphs(worded(settings, wording, "closing", values)),
          { type: "signatures", columns: 2, parties: [signatoryBlock(letter)] },
          ...copiesBlocks(letter),
        ],
      },
    ],
    notes: [],
  };
}

export const escalationLetter: PaperDefinition<Facts> = {
  kind,
  slug: "pengantar-eskalasi",
  name: "Surat pengantar ke Dinas Kesehatan",
  subject: "escalation",
  formats: ["pdf", "docx"],
  isLetter: true,
  wording,
  read,
  organisationId: ({ escalation }) => escalation.puskesmas.id,
  meetingId: ({ escalation }) => escalation.meetingId,
  compose,
  fields: ({ escalation, letter }) => ({
    values: { ...escalationValues(escalation), ...letterFields(letter), permohonan: escalation.reason },
    lists: {},
  }),
  missing: ({ letter }) => letterMissing(letter),
};
