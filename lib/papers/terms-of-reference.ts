import type { Actor } from "@/lib/actor";
import { sectorNames, sectors } from "@/lib/directory/rules";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Paper } from "@/lib/papers/model";
import { bulleted, factRows, heading, numberCell, numberColumn, paragraphs } from "@/lib/papers/parts/blocks";
import {
  agendaItems,
  type MeetingFacts,
  meetingPlaceholders,
  meetingValues,
  readMeeting,
  whenAndWhere,
} from "@/lib/papers/parts/meeting";
import { type Attendee, listAttendees } from "@/lib/papers/parts/people";
import { signatory } from "@/lib/papers/parts/signatories";
import { findSigners, type Signers } from "@/lib/papers/parts/signed";
import { paragraphsOf, worded } from "@/lib/papers/parts/wording";

type Facts = { meeting: MeetingFacts; attendees: Attendee[]; signers: Signers };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const attendees = await listAttendees(actor, id);
  return { meeting, attendees, signers: await findSigners(meeting, attendees) };
}

const part = (label: string, text: string) => ({ label, text, placeholders: meetingPlaceholders });

const wording = {
  introduction: part(
    "I. Pendahuluan",
    "Puskesmas bertanggung jawab menyelenggarakan pembangunan kesehatan di wilayah kerjanya bersama lintas program dan lintas sektor. Agar kegiatan berjalan terarah, pelaksanaannya direncanakan, digerakkan, dipantau, dan dinilai secara berkala.",
  ),
  background: part(
    "II. Latar belakang",
    "{jenis} diselenggarakan oleh {penyelenggara} untuk membahas capaian, masalah, dan hambatan kegiatan, serta menyepakati rencana tindak lanjut yang konkret, terukur, dan terjadwal. Kerangka acuan ini disusun sebagai pedoman pelaksanaan {kegiatan}.",
  ),
  aim: part(
    "III. Tujuan umum",
    "Terlaksananya {kegiatan} yang menghasilkan kesepakatan dan rencana tindak lanjut bersama.",
  ),
  method: part(
    "V. Cara melaksanakan kegiatan",
    "Kegiatan dilaksanakan dengan paparan, diskusi, tanya jawab, dan perumusan kesepakatan bersama. Hasilnya dituangkan dalam notulen dan rencana tindak lanjut yang memuat penanggung jawab dan batas waktu.",
  ),
  evaluation: part(
    "VIII. Evaluasi pelaksanaan dan pelaporan",
    "Evaluasi pelaksanaan kegiatan dilakukan segera setelah kegiatan selesai oleh Kepala Puskesmas bersama penanggung jawab kegiatan. Laporan disampaikan kepada Dinas Kesehatan {kabupaten}.",
  ),
  recording: part(
    "IX. Pencatatan, pelaporan, dan evaluasi kegiatan",
    "Kegiatan dicatat dalam daftar hadir, notulen, dan dokumentasi foto. Kemajuan rencana tindak lanjut dipantau sampai selesai dan dievaluasi pada pertemuan berikutnya.",
  ),
};

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { meeting, signers } = facts;
  const { inputs, outputs, objectives } = meeting;
  const values = meetingValues(meeting);
  const text = (name: keyof typeof wording) => paragraphs(paragraphsOf(worded(settings, wording, name, values)));
  const blocks: Block[] = [
    { type: "title", lines: ["KERANGKA ACUAN KEGIATAN", meeting.title.toUpperCase()] },
    heading(2, "I. Pendahuluan"),
    ...text("introduction"),
    heading(2, "II. Latar Belakang"),
    ...text("background"),
    heading(2, "III. Tujuan"),
    heading(3, "A. Tujuan Umum"),
    ...text("aim"),
    ...(objectives.length > 0
      ? [heading(3, "B. Tujuan Khusus"), ...bulleted(objectives)]
      : outputs.length > 0
        ? [heading(3, "B. Tujuan Khusus"), ...bulleted(outputs.map((output) => `Dihasilkannya ${lowered(output)}`))]
        : []),
    heading(2, "IV. Kegiatan Pokok dan Rincian Kegiatan"),
    ...(inputs.length > 0 ? [...paragraphs(["Bahan yang disiapkan:"]), ...bulleted(inputs)] : []),
    ...agendaBlocks(meeting),
    heading(2, "V. Cara Melaksanakan Kegiatan"),
    ...text("method"),
    heading(2, "VI. Sasaran"),
    ...targetBlocks(facts),
    heading(2, "VII. Jadwal Pelaksanaan Kegiatan"),
    factRows(whenAndWhere(meeting)),
    heading(2, "VIII. Evaluasi Pelaksanaan Kegiatan dan Pelaporan"),
    ...text("evaluation"),
    heading(2, "IX. Pencatatan, Pelaporan, dan Evaluasi Kegiatan"),
    ...text("recording"),
    { type: "signatures", columns: 2, parties: [signatory(null, signers.head, `Kepala ${meeting.host.name}`)] },
  ];
  return {
    title: `Kerangka Acuan ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: [{ orientation: "portrait", letterhead: settings.letterhead, blocks }],
    notes: [],
  };
}

function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLocaleLowerCase("id") + text.slice(1) : text;
}

function agendaBlocks({ agenda }: MeetingFacts): Block[] {
  if (agenda.length === 0) return [];
  return [
    {
      type: "table",
      caption: "Rincian kegiatan",
      columns: [
        numberColumn,
        { head: "Kegiatan", width: 50 },
        { head: "Penyaji/Narasumber", width: 28 },
        { head: "Waktu (menit)", width: 17, type: "number", align: "center" },
      ],
      rows: agenda.map(({ topic, presenter, minutes }, index) => [
        numberCell(index + 1),
        topic,
        presenter ?? "",
        minutes === null ? "" : { text: `${minutes}`, value: minutes },
      ]),
    },
  ];
}

function targetBlocks({ attendees }: Facts): Block[] {
  const invited = attendees.filter(({ sector }) => sector !== null);
  const groups = sectors.flatMap((sector) => {
    const count = invited.filter((attendee) => attendee.sector === sector).length;
    return count > 0 ? [`${sectorNames[sector]}: ${count} orang`] : [];
  });
  return [...paragraphs([`Peserta yang diundang ${invited.length} orang, terdiri atas:`]), ...bulleted(groups)];
}

export const termsOfReference: PaperDefinition<Facts> = {
  kind: "terms-of-reference",
  slug: "kak",
  name: "Kerangka acuan kegiatan (KAK)",
  subject: "meeting",
  formats: ["pdf", "docx"],
  isLetter: false,
  wording,
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, attendees }) => ({
    values: {
      ...meetingValues(meeting),
      jumlah_undangan: `${attendees.filter(({ sector }) => sector !== null).length}`,
    },
    lists: {
      acara: agendaItems(meeting).map((acara, index) => ({ no: `${index + 1}`, acara })),
      masukan: meeting.inputs.map((masukan, index) => ({ no: `${index + 1}`, masukan })),
      luaran: meeting.outputs.map((luaran, index) => ({ no: `${index + 1}`, luaran })),
    },
  }),
  missing: ({ meeting, attendees }) => [
    ...(meeting.agenda.length > 0 ? [] : ["Susunan acara belum diisi: isi di Ringkasan, tombol Ubah."]),
    ...(attendees.length > 0 ? [] : ["Belum ada yang diundang: pilih di bagian Undangan."]),
  ],
};
