import type { Actor } from "@/lib/actor";
import type { LetterFacts } from "@/lib/letters/facts";
import { letterOfEscalation } from "@/lib/letters/reads";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Paper } from "@/lib/papers/model";
import { paragraphs } from "@/lib/papers/parts/blocks";
import {
  type EscalationFacts,
  escalationPlaceholders,
  escalationValues,
  readEscalation,
} from "@/lib/papers/parts/escalation";
import { escalationLetterPaper } from "@/lib/papers/parts/escalation-letter";
import { letterFields, letterMissing, letterPlaceholders } from "@/lib/papers/parts/letter";
import { formatDayLong } from "@/lib/time";

const kind = "escalation-reply";

type Answer = EscalationFacts["answers"][number];
type Facts = { escalation: EscalationFacts; letter: LetterFacts; answer: Answer | null };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const escalation = await readEscalation(actor, id);
  if (!escalation) return null;
  const answer = escalation.answers.findLast(({ outcome }) => outcome !== "RECEIVED") ?? null;
  const letter = await letterOfEscalation(actor, id, kind);
  return letter && { escalation, answer, letter: withTypedNumber(letter, answer) };
}

/** Number and day that the Dinkes typed with its answer, where the register has none. */
function withTypedNumber(letter: LetterFacts, answer: Answer | null): LetterFacts {
  if (letter.number || !answer?.letterNumber) return letter;
  return { ...letter, number: answer.letterNumber, day: letter.day ?? answer.letterDate };
}

const placeholders = [...escalationPlaceholders, ...letterPlaceholders, "tanggal_permohonan"];

const wording = {
  opening: {
    label: "Alinea pembuka",
    text: "Menindaklanjuti permohonan {puskesmas} tanggal {tanggal_permohonan} mengenai hasil {kegiatan}, bersama ini kami sampaikan jawaban sebagai berikut:",
    placeholders,
  },
  closing: {
    label: "Alinea penutup",
    text: "Demikian disampaikan untuk dilaksanakan dan dilaporkan perkembangannya.",
    placeholders,
  },
};

const valuesOf = ({ escalation, letter }: Facts) => ({
  ...escalationValues(escalation),
  ...letterFields(letter),
  tanggal_permohonan: formatDayLong(escalation.raisedOn),
});

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { escalation, letter, answer } = facts;
  return escalationLetterPaper(
    {
      title: `Surat balasan RTL ${escalation.item.number} ${escalation.meetingTitle}`,
      from: escalation.dinkes,
      to: escalation.puskesmas,
      ...{ letter, wording, values: valuesOf(facts) },
      facts: [
        ["Rencana tindak lanjut", escalation.item.activity],
        ["Yang dimohon", escalation.reason],
        ["Penanggung jawab", answer?.contact],
        ["Selesai paling lambat", answer?.dueOn && formatDayLong(answer.dueOn)],
      ],
      body: paragraphs(answer ? [answer.text] : []),
    },
    settings,
  );
}

export const escalationReply: PaperDefinition<Facts> = {
  kind,
  slug: "balasan-eskalasi",
  name: "Surat balasan Dinas Kesehatan",
  subject: "escalation",
  formats: ["pdf", "docx"],
  isLetter: true,
  wording,
  read,
  organisationId: ({ escalation }) => escalation.dinkes.id,
  meetingId: ({ escalation }) => escalation.meetingId,
  compose,
  fields: (facts) => ({
    values: { ...valuesOf(facts), permohonan: facts.escalation.reason, jawaban: facts.answer?.text ?? "" },
    lists: {},
  }),
  missing: ({ answer, letter }) =>
    answer ? letterMissing(letter) : ["Dinas Kesehatan belum menjawab: jawaban ditulis di halaman eskalasi ini."],
};
