import type { Actor } from "@/lib/actor";
import type { LetterFacts } from "@/lib/letters/facts";
import { letterOfMeeting } from "@/lib/letters/reads";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Paper, Section } from "@/lib/papers/model";
import { known, numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import {
  copiesBlocks,
  letterFields,
  letterMissing,
  letterOpening,
  letterPlaceholders,
  signatoryBlock,
} from "@/lib/papers/parts/letter";
import {
  agendaItems,
  type MeetingFacts,
  meetingPlaceholders,
  meetingValues,
  readMeeting,
  whenAndWhere,
} from "@/lib/papers/parts/meeting";
import { listInvited, postWords, type Who } from "@/lib/papers/parts/people";
import { letterParagraphs, worded } from "@/lib/papers/parts/wording";
import { formatDayLong } from "@/lib/time";

const kind = "invitation-letter";

const mostInLetter = 5;

type Facts = { meeting: MeetingFacts; invited: Who[]; letter: LetterFacts };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const [invited, letter] = await Promise.all([listInvited(actor, id), letterOfMeeting(actor, id, kind)]);
  return letter && { meeting, invited, letter };
}

const placeholders = [...meetingPlaceholders, ...letterPlaceholders];

const wording = {
  opening: {
    label: "Alinea pembuka",
    text: "Dalam rangka pelaksanaan {kegiatan} di wilayah kerja {penyelenggara}, dengan ini kami mengundang Bapak/Ibu untuk hadir pada:",
    placeholders,
  },
  closing: {
    label: "Alinea penutup",
    text: "Mengingat pentingnya acara tersebut, kami mengharapkan kehadiran Bapak/Ibu tepat pada waktunya.\n\nDemikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Bapak/Ibu, kami ucapkan terima kasih.",
    placeholders,
  },
};

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { meeting, invited, letter } = facts;
  const values = { ...meetingValues(meeting), ...letterFields(letter) };
  const hasList = invited.length > mostInLetter;
  const blocks: Block[] = [
    letterOpening(letter, addresseesOf(facts)),
    ...letterParagraphs(worded(settings, wording, "opening", values)),
    { type: "facts", rows: known([...whenAndWhere(meeting), ["Acara", acara(meeting)]]), indent: true },
    ...letterParagraphs(worded(settings, wording, "closing", values)),
    { type: "signatures", columns: 2, parties: [signatoryBlock(letter)] },
    ...copiesBlocks(letter),
  ];
  const letterSection: Section = { orientation: "portrait", letterhead: settings.letterhead, blocks };
  return {
    title: `Undangan ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: hasList ? [letterSection, attachedList(facts)] : [letterSection],
    notes: [],
  };
}

function acara(meeting: MeetingFacts): string {
  const items = agendaItems(meeting);
  if (items.length <= 1) return items[0] ?? meeting.title;
  return items.map((item, index) => `${index + 1}. ${item}`).join("\n");
}

function addresseesOf({ invited, meeting }: Facts): string[] {
  if (invited.length > mostInLetter) return ["Yth. Bapak/Ibu", "(daftar terlampir)", "di –", "Tempat"];
  const names = invited.map(({ title, institution }) => postWords(title, institution));
  const lines = names.length === 1 ? [`Yth. ${names[0]}`] : names.map((name, index) => `${index + 1}. Yth. ${name}`);
  return [...lines, "di –", meeting.host.place];
}

function attachedList({ invited, letter, meeting }: Facts): Section {
  return {
    orientation: "portrait",
    letterhead: null,
    blocks: [
      {
        type: "facts",
        rows: known([
          ["Lampiran Surat", meeting.host.name],
          ["Nomor", letter.number],
          ["Tanggal", letter.day && formatDayLong(letter.day)],
        ]),
      },
      { type: "title", lines: ["DAFTAR UNDANGAN", meeting.title.toUpperCase()] },
      {
        type: "table",
        caption: "Daftar undangan",
        columns: [
          numberColumn,
          { head: "Jabatan", width: 40 },
          { head: "Instansi", width: 30 },
          { head: "Nama", width: 25 },
        ],
        rows: invited.map(({ title, institution, name }, index) => [
          numberCell(index + 1),
          title,
          institution,
          name ?? "",
        ]),
      },
      { type: "signatures", columns: 2, parties: [signatoryBlock(letter)] },
    ],
  };
}

function missing({ meeting, invited, letter }: Facts): string[] {
  return [
    ...(meeting.status === "DRAFT" ? ["Kegiatan masih draf: jadwalkan dulu di Ringkasan."] : []),
    ...(meeting.status === "CANCELLED" ? ["Kegiatan ini dibatalkan; undangannya tidak dikirim."] : []),
    ...(meeting.status === "POSTPONED" ? ["Kegiatan ini ditunda: tetapkan waktu baru di Ringkasan."] : []),
    ...(invited.length > 0 ? [] : ["Belum ada yang diundang: pilih di bagian Undangan."]),
    ...letterMissing(letter),
  ];
}

export const invitationLetter: PaperDefinition<Facts> = {
  kind,
  slug: "undangan",
  name: "Surat undangan",
  subject: "meeting",
  formats: ["pdf", "docx"],
  isLetter: true,
  wording,
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, invited, letter }) => ({
    values: {
      ...meetingValues(meeting),
      ...letterFields(letter),
      acara: agendaItems(meeting).join("\n"),
      jumlah_undangan: `${invited.length}`,
    },
    lists: {
      undangan: invited.map(({ title, institution, name }, index) => ({
        no: `${index + 1}`,
        jabatan: title,
        instansi: institution,
        nama: name ?? "",
      })),
    },
  }),
  missing,
};
