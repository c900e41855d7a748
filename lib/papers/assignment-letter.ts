import type { LetterFacts } from "@/lib/letters/facts";
import { letterOfMeeting } from "@/lib/letters/reads";
import { findMeeting } from "@/lib/meetings/reads";
import { organiserWords } from "@/lib/meetings/rules";
import type { PaperDefinition, PaperSettings, WordingPart } from "@/lib/papers/definition";
import type { Block } from "@/lib/papers/model";
import {
  copiesBlocks,
  letterFields,
  letterMissing,
  letterPlaceholders,
  signatoryBlock,
  signatoryLines,
} from "@/lib/papers/parts/letter";
import { worded } from "@/lib/papers/parts/wording";
import { listSentPeople, type SentPerson } from "@/lib/papers/sent-people";
import { nobodySent, sentFields } from "@/lib/papers/travel-list";
import { dayOf, formatDay, formatDayLong, formatHours } from "@/lib/time";

export type AssignmentFacts = {
  organisationId: string;
  organisation: string;
  title: string;
  place: string;
  day: string;
  hours: string;
  sent: SentPerson[];
  letter: LetterFacts;
};

const wording = {
  opening: {
    label: "Dasar penugasan",
    text: "Dalam rangka pelaksanaan {nama_kegiatan}, dengan ini menugaskan kepada:",
    placeholders: ["nama_kegiatan", "tanggal", "waktu", "tempat", ...letterPlaceholders],
  },
  closing: {
    label: "Alinea penutup",
    text: "Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.",
    placeholders: ["nama_kegiatan", "tanggal", "waktu", "tempat", ...letterPlaceholders],
  },
} satisfies Record<string, WordingPart>;

export const assignmentLetter: PaperDefinition<AssignmentFacts> = {
  kind: "assignment-letter",
  slug: "surat-tugas",
  name: "Surat tugas",
  subject: "meeting",
  formats: ["pdf", "docx"],
  isLetter: true,
  wording,
  async read(actor, meetingId) {
    const meeting = await findMeeting(actor, meetingId);
    if (!meeting) return null;
    const [sent, letter] = await Promise.all([
      listSentPeople(actor, meeting, false),
      letterOfMeeting(actor, meetingId, "assignment-letter"),
    ]);
    if (!letter) return null;
    return {
      organisationId: meeting.hostId,
      organisation: organiserWords(meeting.organisers),
      title: meeting.title,
      place: meeting.place,
      day: dayOf(meeting.startsAt, meeting.timeZone),
      hours: formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone),
      sent,
      letter,
    };
  },
  organisationId: ({ organisationId }) => organisationId,
  compose: (facts, settings) => ({
    title: `Surat Tugas ${facts.title}`,
    organisation: facts.organisation,
    size: settings.size,
    sections: [
      { orientation: "portrait", letterhead: settings.letterhead, blocks: letterBlocks(facts, settings) },
      ...(facts.sent.length > mostInLetter
        ? [{ orientation: "portrait" as const, letterhead: null, blocks: attachedList(facts) }]
        : []),
    ],
    notes: [],
  }),
  fields: (facts) => ({ values: valuesOf(facts), lists: { ditugaskan: facts.sent.map(sentFields) } }),
  missing: ({ letter, sent }) => [...letterMissing(letter), ...(sent.length > 0 ? [] : [nobodySent])],
};

/** More than these go to an attached list. */
const mostInLetter = 5;

function valuesOf({ title, day, hours, place, letter }: AssignmentFacts): Record<string, string> {
  return { ...letterFields(letter), nama_kegiatan: title, tanggal: formatDay(day), waktu: hours, tempat: place };
}

function letterBlocks(facts: AssignmentFacts, settings: PaperSettings): Block[] {
  const { title, place, day, hours, sent, letter } = facts;
  const words = (part: keyof typeof wording) => worded(settings, wording, part, valuesOf(facts));
  const placeAndDay = [letter.place, letter.day && formatDayLong(letter.day)].filter(Boolean).join(", ");
  return [
    { type: "title", lines: ["SURAT TUGAS", ...(letter.number ? [`Nomor: ${letter.number}`] : [])] },
    {
      type: "paragraph",
      text: `Yang bertanda tangan di bawah ini ${signatoryLines(letter.signatory).at(-1)?.replace(/,$/, "") ?? ""}${letter.signatory.name ? `, ${letter.signatory.name}` : ""}.`,
      align: "justify",
    },
    { type: "paragraph", text: words("opening"), align: "justify" },
    ...(sent.length > mostInLetter
      ? [{ type: "paragraph" as const, text: `${sent.length} orang sebagaimana daftar terlampir` }]
      : [peopleTable(sent)]),
    { type: "paragraph", text: "untuk menghadiri:" },
    {
      type: "facts",
      indent: true,
      rows: [
        { label: "Kegiatan", text: title },
        { label: "Hari/tanggal", text: formatDay(day) },
        { label: "Waktu", text: hours },
        { label: "Tempat", text: place },
      ],
    },
    { type: "paragraph", text: words("closing"), align: "justify" },
    { type: "signatures", columns: 2, placeAndDay, parties: [signatoryBlock(letter)] },
    ...copiesBlocks(letter),
  ];
}

function peopleTable(sent: readonly SentPerson[]): Block {
  return {
    type: "table",
    caption: "Yang ditugaskan",
    columns: [
      { head: "No", width: 6, align: "center", type: "number" },
      { head: "Nama", width: 34 },
      { head: "NIP", width: 24 },
      { head: "Jabatan", width: 36 },
    ],
    rows: sent.map(({ name, nip, title }, index) => [
      { text: String(index + 1), value: index + 1 },
      name,
      nip || "–",
      title,
    ]),
  };
}

function attachedList({ letter, sent }: AssignmentFacts): Block[] {
  return [
    {
      type: "paragraph",
      text: `Lampiran Surat Tugas${letter.number ? ` Nomor ${letter.number}` : ""}${letter.day ? `, ${formatDayLong(letter.day)}` : ""}`,
    },
    { type: "title", lines: ["DAFTAR YANG DITUGASKAN"] },
    peopleTable(sent),
    { type: "signatures", columns: 2, parties: [signatoryBlock(letter)] },
  ];
}
