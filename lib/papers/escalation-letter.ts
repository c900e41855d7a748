import type { Actor } from "@/lib/actor";
import type { LetterFacts } from "@/lib/letters/facts";
import { letterOfEscalation } from "@/lib/letters/reads";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Paper } from "@/lib/papers/model";
import {
  type EscalationFacts,
  escalationPlaceholders,
  escalationValues,
  readEscalation,
} from "@/lib/papers/parts/escalation";
import { escalationLetterPaper } from "@/lib/papers/parts/escalation-letter";
import { letterFields, letterMissing, letterPlaceholders } from "@/lib/papers/parts/letter";

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

const valuesOf = ({ escalation, letter }: Facts) => ({ ...escalationValues(escalation), ...letterFields(letter) });

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { escalation, letter } = facts;
  return escalationLetterPaper(
    {
      title: `Surat pengantar RTL ${escalation.item.number} ${escalation.meetingTitle}`,
      from: escalation.puskesmas,
      to: escalation.dinkes,
      ...{ letter, wording, values: valuesOf(facts) },
      facts: [...escalation.about, ["Yang dimohon", escalation.reason]],
    },
    settings,
  );
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
  fields: (facts) => ({ values: { ...valuesOf(facts), permohonan: facts.escalation.reason }, lists: {} }),
  missing: ({ letter }) => letterMissing(letter),
};
