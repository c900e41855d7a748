import type { Actor } from "@/lib/actor";
import { type FoundFeedback, findFeedback } from "@/lib/feedback/reads";
import { monthWords } from "@/lib/feedback/rules";
import type { LetterFacts } from "@/lib/letters/facts";
import { letterOfFeedback } from "@/lib/letters/reads";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Paper } from "@/lib/papers/model";
import { bulleted, dayCell, numberCell, numberColumn, paragraphs } from "@/lib/papers/parts/blocks";
import {
  copiesBlocks,
  letterFields,
  letterMissing,
  letterOpening,
  letterPlaceholders,
  signatoryBlock,
} from "@/lib/papers/parts/letter";
import { findOffice, type OfficeFacts } from "@/lib/papers/parts/meeting";
import { letterParagraphs, worded } from "@/lib/papers/parts/wording";
import { decisionNames } from "@/lib/reviews/rules";
import { dayOf, formatDayShort } from "@/lib/time";

const kind = "feedback-letter";

type Facts = { feedback: FoundFeedback; puskesmas: OfficeFacts; dinkes: OfficeFacts; letter: LetterFacts };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const feedback = await findFeedback(actor, id);
  const letter = feedback && (await letterOfFeedback(actor, id, kind));
  if (!feedback || !letter) return null;
  const [puskesmas, dinkes] = await Promise.all([findOffice(feedback.puskesmas.id), findOffice(feedback.dinkesId)]);
  return { feedback, puskesmas, dinkes, letter };
}

const placeholders = [...letterPlaceholders, "puskesmas", "dinkes", "bulan", "jumlah_laporan"];

const wording = {
  opening: {
    label: "Alinea pembuka",
    text: "Sehubungan dengan laporan lokakarya mini {puskesmas}, bersama ini kami sampaikan umpan balik hasil tinjauan bulan {bulan} sebagai berikut:",
    placeholders,
  },
  closing: {
    label: "Alinea penutup",
    text: "Demikian umpan balik ini disampaikan untuk ditindaklanjuti. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.",
    placeholders,
  },
};

function valuesOf({ feedback, puskesmas, dinkes, letter }: Facts): Record<string, string> {
  return {
    ...letterFields(letter),
    puskesmas: puskesmas.name,
    dinkes: dinkes.name,
    bulan: monthWords(feedback),
    jumlah_laporan: `${feedback.reviews.length}`,
  };
}

const columns = [
  numberColumn,
  { head: "Laporan", width: 30 },
  { head: "Ditinjau", width: 14, type: "date" as const },
  { head: "Hasil", width: 18 },
  { head: "Catatan", width: 32 },
];

function reportsTable({ reviews }: FoundFeedback): Block[] {
  if (reviews.length === 0) return [];
  const rows = reviews.map(({ submission, decision, text, reviewedAt }, index) => [
    numberCell(index + 1),
    submission.number > 1 ? `${submission.meeting.title}, revisi ${submission.number}` : submission.meeting.title,
    dayCell(dayOf(reviewedAt, submission.meeting.timeZone), formatDayShort),
    decisionNames[decision],
    text ?? "–",
  ]);
  return [{ type: "table", columns, rows, caption: "Hasil tinjauan laporan" }];
}

function commentsList({ comments }: FoundFeedback): Block[] {
  if (comments.length === 0) return [];
  return [
    { type: "paragraph", text: "Catatan atas rencana tindak lanjut (RTL):" },
    ...bulleted(
      comments.map(({ item, text }) => `RTL ${item.number} ${item.meeting.title}, ${item.activity}: ${text}`),
    ),
  ];
}

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { feedback, puskesmas, dinkes, letter } = facts;
  const values = valuesOf(facts);
  return {
    title: `Umpan balik ${monthWords(feedback)} ${puskesmas.name}`,
    organisation: dinkes.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          letterOpening(letter, [`Yth. Kepala ${puskesmas.name}`, "di –", puskesmas.place]),
          ...letterParagraphs(worded(settings, wording, "opening", values)),
          ...reportsTable(feedback),
          ...commentsList(feedback),
          ...paragraphs(feedback.remarks ? feedback.remarks.split(/\n+/).filter(Boolean) : []),
          ...letterParagraphs(worded(settings, wording, "closing", values)),
          { type: "signatures", columns: 2, parties: [signatoryBlock(letter)] },
          ...copiesBlocks(letter),
        ],
      },
    ],
    notes: [],
  };
}

export const feedbackLetter: PaperDefinition<Facts> = {
  kind,
  slug: "umpan-balik",
  name: "Surat umpan balik bulanan",
  subject: "feedback",
  formats: ["pdf", "docx"],
  isLetter: true,
  wording,
  read,
  organisationId: ({ feedback }) => feedback.dinkesId,
  compose,
  fields: (facts) => ({ values: { ...valuesOf(facts), tambahan: facts.feedback.remarks ?? "" }, lists: {} }),
  missing: ({ letter }) => letterMissing(letter),
};
