import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import { leaderWords, type MinutesFacts, minutes, readMinutes, resultBlocks } from "@/lib/papers/minutes";
import type { Block, Paper, Section } from "@/lib/papers/model";
import { bulleted, factRows, heading, listed, numbered, paragraphs } from "@/lib/papers/parts/blocks";
import { agendaItems, meetingPlaceholders, meetingValues, whenAndWhere } from "@/lib/papers/parts/meeting";
import { matrixTable, shortPlanTable } from "@/lib/papers/parts/plan";
import { photoBlocks } from "@/lib/papers/parts/results";
import { findSigners, meetingSignatures, type Signers } from "@/lib/papers/parts/signed";
import { participantTable, turnoutTable } from "@/lib/papers/parts/turnout";
import { paragraphsOf, worded } from "@/lib/papers/parts/wording";

type Facts = MinutesFacts & { signers: Signers; day: string };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const facts = await readMinutes(actor, id);
  if (!facts) return null;
  const { meeting, attendees } = facts;
  // The report is of the day on which its contents were approved.
  const day = meeting.approval?.day ?? meeting.day;
  return { ...facts, signers: await findSigners(meeting, attendees, day), day };
}

const wording = {
  background: {
    label: "BAB I, latar belakang",
    text: "Puskesmas menyelenggarakan lokakarya mini untuk memantau pelaksanaan kegiatan, membahas masalah dan hambatan, serta menyusun rencana tindak lanjut bersama. {kegiatan} diselenggarakan oleh {penyelenggara} sebagai bagian dari penggerakan dan pelaksanaan program kesehatan di wilayah kerjanya.",
    placeholders: meetingPlaceholders,
  },
  aim: {
    label: "BAB I, tujuan umum",
    text: "Terlaksananya program kesehatan di wilayah kerja {penyelenggara} melalui kerja sama lintas program dan lintas sektor.",
    placeholders: meetingPlaceholders,
  },
  plan: {
    label: "BAB IV, kalimat pembuka",
    text: "Peserta menyepakati rencana tindak lanjut sebagai berikut:",
    placeholders: meetingPlaceholders,
  },
  closing: {
    label: "BAB V, penutup",
    text: "Demikian laporan {kegiatan} ini dibuat sebagai bahan pertanggungjawaban dan tindak lanjut. Pelaksanaan rencana tindak lanjut dipantau secara berkala dan dievaluasi pada pertemuan berikutnya.",
    placeholders: meetingPlaceholders,
  },
};

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { meeting } = facts;
  const values = meetingValues(meeting);
  const text = (part: keyof typeof wording) => paragraphs(paragraphsOf(worded(settings, wording, part, values)));
  const blocks: Block[] = [
    { type: "title", lines: ["LAPORAN", meeting.title.toUpperCase()] },
    heading(1, "BAB I PENDAHULUAN"),
    heading(2, "A. Latar Belakang"),
    ...text("background"),
    heading(2, "B. Tujuan"),
    heading(3, "1. Tujuan Umum"),
    ...text("aim"),
    ...aims(facts),
    heading(1, "BAB II PELAKSANAAN"),
    ...heldBlocks(facts),
    heading(1, "BAB III HASIL"),
    ...resultBlocks({ ...facts, plan: [] }),
    heading(1, "BAB IV RENCANA TINDAK LANJUT"),
    ...(facts.plan.length > 0 ? [...text("plan"), shortPlanTable(facts.plan)] : []),
    heading(1, "BAB V PENUTUP"),
    ...text("closing"),
    meetingSignatures(meeting, { ...facts.signers, leader: null }, facts.day),
  ];
  return {
    title: `Laporan ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: [{ orientation: "portrait", letterhead: settings.letterhead, blocks }, ...attachments(facts)],
    notes: [],
  };
}

function aims({ meeting: { inputs, outputs } }: Facts): Block[] {
  if (inputs.length + outputs.length === 0) return [];
  return [
    heading(3, "2. Tujuan Khusus"),
    ...(inputs.length > 0 ? [...paragraphs(["Masukan yang dibahas:"]), ...bulleted(inputs)] : []),
    ...(outputs.length > 0 ? [...paragraphs(["Luaran yang dihasilkan:"]), ...bulleted(outputs)] : []),
  ];
}

function heldBlocks({ meeting, attendees, leader }: Facts): Block[] {
  return [
    heading(2, "A. Waktu dan Tempat"),
    factRows([
      ...whenAndWhere(meeting),
      ["Pimpinan Rapat", leaderWords(leader)],
      ["Penyelenggara", listed(meeting.organisers)],
    ]),
    ...(attendees.length > 0 ? [heading(2, "B. Peserta"), turnoutTable(attendees)] : []),
    ...(meeting.agenda.length > 0 ? [heading(2, "C. Susunan Acara"), ...numbered(agendaItems(meeting))] : []),
  ];
}

function attachments({ attendees, plan, photos }: Facts): Section[] {
  const parts: { orientation: Section["orientation"]; name: string; blocks: Block[] }[] = [
    ...(attendees.some(({ isPresent }) => isPresent)
      ? [{ orientation: "portrait" as const, name: "Daftar Peserta", blocks: [participantTable(attendees)] }]
      : []),
    ...(plan.length > 0
      ? [{ orientation: "landscape" as const, name: "Matriks Rencana Tindak Lanjut", blocks: [matrixTable(plan)] }]
      : []),
    ...(photos.length > 0
      ? [{ orientation: "portrait" as const, name: "Dokumentasi", blocks: photoBlocks(photos) }]
      : []),
  ];
  return parts.map(({ orientation, name, blocks }, index) => ({
    orientation,
    letterhead: null,
    blocks: [heading(1, `Lampiran ${index + 1}. ${name}`), ...blocks],
  }));
}

export const meetingReport: PaperDefinition<Facts> = {
  kind: "meeting-report",
  slug: "laporan",
  name: "Laporan kegiatan",
  subject: "meeting",
  formats: ["pdf", "docx"],
  isLetter: false,
  wording,
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: minutes.fields,
  missing: (facts) => [
    ...minutes.missing(facts),
    ...(facts.photos.length > 0 ? [] : ["Foto kegiatan belum ada: unggah di Pengesahan, Foto kegiatan."]),
  ],
};
