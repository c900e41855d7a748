import { escalationOutcomeNames, forwardStateNames } from "@/lib/escalations/rules";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Paper } from "@/lib/papers/model";
import { factRows, heading, paragraphs } from "@/lib/papers/parts/blocks";
import { type EscalationFacts, escalationValues, readEscalation } from "@/lib/papers/parts/escalation";
import { formatDay, formatDayLong } from "@/lib/time";

function compose(facts: EscalationFacts, settings: PaperSettings): Paper {
  const { puskesmas, dinkes, answers, reason, raisedOn, about } = facts;
  return {
    title: `Tindak lanjut Dinas Kesehatan atas RTL ${facts.item.number} ${facts.meetingTitle}`,
    organisation: puskesmas.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["TINDAK LANJUT HASIL LOKAKARYA MINI", "OLEH DINAS KESEHATAN"] },
          factRows(about),
          heading(2, "Yang diminta puskesmas"),
          ...paragraphs([reason]),
          factRows([
            ["Disampaikan kepada", dinkes.name],
            ["Tanggal", formatDay(raisedOn)],
            ["Jawaban diharapkan", `paling lambat ${formatDayLong(facts.answerBy)}`],
            ["Oleh", `${facts.raiser}, ${puskesmas.name}`],
          ]),
          ...(facts.forwards.length > 0 ? [heading(2, "Penerusan"), ...facts.forwards.flatMap(forwardBlocks)] : []),
          heading(2, `Jawaban ${dinkes.name}`),
          ...(answers.length > 0 ? answers.flatMap(answerBlocks) : paragraphs(["Belum ada jawaban."])),
        ],
      },
    ],
    notes: ["Bukti EP 1.7.1 f. Catatan ini bukan pengganti surat aslinya."],
  };
}

type Answer = EscalationFacts["answers"][number];
type Forward = EscalationFacts["forwards"][number];

function forwardBlocks({ institution, from, forwardedOn, answerBy, state, answers }: Forward): Block[] {
  return [
    factRows([
      ["Diteruskan kepada", institution],
      ["Oleh", `${from.name}, ${formatDay(forwardedOn)}`],
      ["Jawaban diharapkan", `paling lambat ${formatDayLong(answerBy)}`],
      ["Keadaan", forwardStateNames[state]],
    ]),
    ...answers.flatMap(answerBlocks),
  ];
}

function answerBlocks(answer: Answer): Block[] {
  return [
    factRows([
      ["Jawaban", escalationOutcomeNames[answer.outcome]],
      ["Nomor surat", answer.letterNumber],
      ["Tanggal surat", answer.letterDate && formatDayLong(answer.letterDate)],
      ["Keterangan", answer.text],
      ["Penanggung jawab", answer.contact],
      ["Selesai paling lambat", answer.dueOn && formatDayLong(answer.dueOn)],
      ["Dijawab oleh", `${answer.answerer}, ${formatDay(answer.answeredOn)}`],
    ]),
  ];
}

export const escalationRecord: PaperDefinition<EscalationFacts> = {
  kind: "escalation-record",
  slug: "eskalasi",
  name: "Bukti tindak lanjut Dinas Kesehatan",
  subject: "escalation",
  formats: ["pdf", "docx"],
  isLetter: false,
  wording: {},
  read: (actor, id) => readEscalation(actor, id),
  organisationId: ({ puskesmas }) => puskesmas.id,
  meetingId: ({ meetingId }) => meetingId,
  compose,
  fields: (facts) => ({
    values: { ...escalationValues(facts), permohonan: facts.reason },
    lists: {
      jawaban: facts.answers.map((answer, index) => ({
        no: `${index + 1}`,
        jawaban: answer.text,
        nomor_surat: answer.letterNumber ?? "",
        tanggal_surat: answer.letterDate ? formatDayLong(answer.letterDate) : "",
      })),
    },
  }),
  missing: () => [],
};
