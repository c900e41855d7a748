import { seesSignatures } from "@/lib/actor";
import { listAttendances } from "@/lib/attendance/reads";
import { listInvitations } from "@/lib/invitations/reads";
import { findMeeting } from "@/lib/meetings/reads";
import { kindNames } from "@/lib/meetings/rules";
import { type AttendanceRow, attendedRows, invitedRows } from "@/lib/papers/attendance-rows";
import type { PaperDefinition } from "@/lib/papers/definition";
import { findHead, type Head, headSignatures } from "@/lib/papers/head";
import type { Block, Cell, Column } from "@/lib/papers/model";
import { addDays, dayOf, formatClock, formatDay, formatDayLong, formatHours } from "@/lib/time";

export type AttendanceFacts = {
  /** What a meeting of this kind is called, its title, place and hours. */
  kind: string;
  title: string;
  place: string;
  hours: string;
  organisationId: string;
  organisation: string;
  timeZone: string;
  days: string[];
  isBlank: boolean;
  present: AttendanceRow[];
  absent: AttendanceRow[];
  head: Head;
};

const extraRows = 12;
const mostDays = 10;

export const attendanceList: PaperDefinition<AttendanceFacts> = {
  kind: "attendance-list",
  slug: "daftar-hadir",
  name: "Daftar hadir",
  subject: "meeting",
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  options: ["hari"],
  wording: {},
  variants: [
    { label: "Terisi", options: {} },
    { label: "Kosong, untuk tanda tangan basah", options: { kosong: "1" } },
  ],
  read,
  organisationId: ({ organisationId }) => organisationId,
  compose: (facts, settings) => ({
    title: `Daftar Hadir ${facts.title}`,
    organisation: facts.organisation,
    size: settings.size,
    sections: facts.days.map((day) => ({
      orientation: "portrait",
      letterhead: settings.letterhead,
      blocks: blocksOf(facts, day),
    })),
    notes: facts.present.some(({ signatureId }) => signatureId) ? [uncertified] : [],
  }),
  fields: (facts) => ({
    values: {
      jenis_kegiatan: facts.kind,
      nama_kegiatan: facts.title,
      tanggal: formatDayLong(facts.days[0] ?? ""),
      waktu: facts.hours,
      tempat: facts.place,
      jumlah_hadir: String(facts.present.length),
    },
    lists: { peserta: facts.present.map(rowFields) },
  }),
  missing: ({ isBlank, present }) =>
    isBlank || present.length > 0
      ? []
      : ["Belum ada yang tercatat hadir: catat di bagian Kehadiran, atau cetak daftar kosong."],
};

const uncertified =
  "Tanda tangan pada daftar ini digambar di layar: tanda tangan elektronik tidak tersertifikasi, bukan tanda tangan elektronik tersertifikasi.";

async function read(
  actor: Parameters<PaperDefinition<AttendanceFacts>["read"]>[0],
  meetingId: string,
  options: Record<string, string>,
): Promise<AttendanceFacts | null> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting) return null;
  const [invitations, marks, head] = await Promise.all([
    listInvitations(actor, meetingId),
    listAttendances(actor, meetingId),
    findHead(meeting),
  ]);
  const isBlank = options.kosong === "1";
  const first = dayOf(meeting.startsAt, meeting.timeZone);
  const count = isBlank ? Math.min(mostDays, Math.max(1, Number.parseInt(options.hari ?? "1", 10) || 1)) : 1;
  const attended = attendedRows(invitations, marks);
  const withSignatures = seesSignatures(actor);
  return {
    kind: kindNames[meeting.kind],
    title: meeting.title,
    place: meeting.place,
    hours: formatHours(meeting.startsAt, meeting.endsAt, meeting.timeZone),
    organisationId: meeting.hostId,
    organisation: meeting.host.name,
    timeZone: meeting.timeZone,
    days: Array.from({ length: count }, (_, index) => addDays(first, index)),
    isBlank,
    present: isBlank
      ? invitedRows(invitations)
      : attended.present.map((row) => (withSignatures ? row : { ...row, signatureId: null })),
    absent: isBlank ? [] : attended.absent,
    head,
  };
}

function blocksOf(facts: AttendanceFacts, day: string): Block[] {
  const title: Block = { type: "title", lines: ["DAFTAR HADIR"] };
  const about: Block = {
    type: "facts",
    rows: [
      { label: "Jenis kegiatan", text: facts.kind },
      { label: "Nama kegiatan", text: facts.title },
      { label: "Hari/tanggal", text: formatDay(day) },
      { label: "Waktu", text: facts.hours },
      { label: "Tempat", text: facts.place },
    ],
  };
  const list: Block = {
    type: "table",
    caption: "Daftar hadir",
    columns: facts.isBlank ? blankColumns : filledColumns,
    rows: [
      ...facts.present.map((row, index) => cellsOf(row, index + 1, facts)),
      ...Array.from({ length: facts.isBlank ? extraRows : 0 }, (_, index) =>
        emptyRow(facts.present.length + index + 1),
      ),
    ],
    rowHeight: 11,
  };
  const signed: Block = headSignatures(facts.head);
  return [title, about, list, ...absentBlocks(facts), signed];
}

const blankColumns: Column[] = [
  { head: "No", width: 5, align: "center", type: "number" },
  { head: "Nama", width: 24 },
  { head: "Jabatan", width: 22 },
  { head: "Instansi", width: 17 },
  { head: "Tanda tangan", width: 22, type: "signature" },
  { head: "Ket", width: 10 },
];

const filledColumns: Column[] = [
  { head: "No", width: 5, align: "center", type: "number" },
  { head: "Nama", width: 22 },
  { head: "Jabatan", width: 22 },
  { head: "Instansi", width: 17 },
  { head: "Jam", width: 8, align: "center" },
  { head: "Tanda tangan", width: 18, type: "signature" },
  { head: "Ket", width: 8 },
];

function cellsOf(row: AttendanceRow, number: number, { isBlank, timeZone }: AttendanceFacts): Cell[] {
  const { name, title, institution, arrivedAt, signatureId, note } = row;
  const signature: Cell = signatureId
    ? { text: `${number}.`, picture: { documentId: signatureId, alt: `Tanda tangan ${name}` } }
    : `${number}.`;
  const counted: Cell = { text: String(number), value: number };
  if (isBlank) return [counted, name, title, institution, signature, note];
  return [counted, name, title, institution, arrivedAt ? formatClock(arrivedAt, timeZone) : "", signature, note];
}

function emptyRow(number: number): Cell[] {
  return [{ text: String(number), value: number }, "", "", "", `${number}.`, ""];
}

function absentBlocks({ absent }: AttendanceFacts): Block[] {
  if (absent.length === 0) return [];
  return [
    { type: "heading", level: 2, text: "Tidak hadir" },
    {
      type: "table",
      caption: "Tidak hadir",
      columns: [
        { head: "No", width: 5, align: "center", type: "number" },
        { head: "Nama", width: 27 },
        { head: "Jabatan", width: 26 },
        { head: "Instansi", width: 20 },
        { head: "Keterangan", width: 22 },
      ],
      rows: absent.map(({ name, title, institution, note }, index) => [
        { text: String(index + 1), value: index + 1 },
        name,
        title,
        institution,
        note,
      ]),
    },
  ];
}

function rowFields(row: AttendanceRow, index: number): Record<string, string> {
  const { name, title, institution, note } = row;
  return { no: String(index + 1), nama: name, jabatan: title, instansi: institution, keterangan: note };
}
