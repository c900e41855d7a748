import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Cell, Column, Paper } from "@/lib/papers/model";
import { numberCell, numberColumn } from "@/lib/papers/parts/blocks";
import { identity, type MeetingFacts, meetingValues, readMeeting } from "@/lib/papers/parts/meeting";
import { listAttendees } from "@/lib/papers/parts/people";
import { type Session, sessionsOf } from "@/lib/papers/parts/sessions";
import { signatory } from "@/lib/papers/parts/signatories";
import { findSigners, type Signers } from "@/lib/papers/parts/signed";

type Facts = { meeting: MeetingFacts; signers: Signers };

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  return meeting && { meeting, signers: await findSigners(meeting, await listAttendees(actor, id)) };
}

function compose({ meeting, signers }: Facts, settings: PaperSettings): Paper {
  const sessions = sessionsOf(meeting);
  return {
    title: `Jadwal sesi ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: [
      {
        orientation: "portrait",
        letterhead: settings.letterhead,
        blocks: [
          { type: "title", lines: ["JADWAL SESI", meeting.title.toUpperCase()] },
          identity(meeting),
          sessionTable(sessions),
          { type: "signatures", columns: 2, parties: [signatory(null, signers.head, `Kepala ${meeting.host.name}`)] },
        ],
      },
    ],
    notes: [],
  };
}

function sessionTable(sessions: readonly Session[]): Block {
  const parts: { column: Column; cells: Cell[] }[] = [
    { column: numberColumn, cells: sessions.map((_, index) => numberCell(index + 1)) },
    { column: { head: "Waktu", width: 20 }, cells: sessions.map(({ hours }) => hours ?? "") },
    { column: { head: "Materi/Kegiatan", width: 42 }, cells: sessions.map(({ topic }) => topic) },
    { column: { head: "Bentuk", width: 12 }, cells: sessions.map(({ form }) => form ?? "") },
    { column: { head: "Narasumber", width: 21 }, cells: sessions.map(({ presenter }) => presenter ?? "") },
    { column: { head: "Ruang", width: 12 }, cells: sessions.map(({ room }) => room ?? "") },
    {
      column: { head: "JPL", width: 8, type: "number", align: "center" },
      cells: sessions.map(({ lessons }) =>
        lessons === undefined ? "" : { text: lessons.toLocaleString("id-ID"), value: lessons },
      ),
    },
    {
      column: { head: "Lama (menit)", width: 12, type: "number", align: "center" },
      cells: sessions.map(({ minutes }) => (minutes === null ? "" : { text: `${minutes}`, value: minutes })),
    },
  ];
  const shown = parts.filter(({ cells }) => cells.some((cell) => cell !== ""));
  return {
    type: "table",
    caption: "Jadwal sesi",
    columns: shown.map(({ column }) => column),
    rows: sessions.map((_, index) => shown.map(({ cells }) => cells[index] ?? "")),
  };
}

export const sessionList: PaperDefinition<Facts> = {
  kind: "session-list",
  slug: "jadwal-sesi",
  name: "Jadwal sesi",
  subject: "meeting",
  meetingKinds: ["KALAKARYA"],
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting }) => ({
    values: meetingValues(meeting),
    lists: {
      sesi: sessionsOf(meeting).map(({ hours, topic, presenter }, index) => ({
        no: `${index + 1}`,
        waktu: hours ?? "",
        materi: topic,
        narasumber: presenter ?? "",
      })),
    },
  }),
  missing: ({ meeting }) =>
    meeting.agenda.length > 0 ? [] : ["Sesi belum diisi: isi jadwal sesi di bagian Pelatihan."],
};
