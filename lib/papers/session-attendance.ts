import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Cell, Column, Paper, Section } from "@/lib/papers/model";
import { numberCell, numberColumn, numbered } from "@/lib/papers/parts/blocks";
import { identity, type MeetingFacts, meetingValues, readMeeting } from "@/lib/papers/parts/meeting";
import { type Attendee, listAttendees, presentName, seatWords } from "@/lib/papers/parts/people";
import { type Session, sessionsOf } from "@/lib/papers/parts/sessions";
import { findSigners, meetingSignatures, type Signers } from "@/lib/papers/parts/signed";
import { participantFields } from "@/lib/papers/parts/turnout";

type Facts = { meeting: MeetingFacts; people: Attendee[]; signers: Signers };

const extraRows = 8;
const mostOnSheet = 5;

async function read(actor: Actor, id: string): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const attendees = await listAttendees(actor, id);
  const present = attendees.filter(({ isPresent }) => isPresent);
  const people = present.length > 0 ? present : attendees;
  return { meeting, people, signers: await findSigners(meeting, attendees) };
}

type Numbered = Session & { number: number };

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { meeting } = facts;
  const sessions = sessionsOf(meeting).map((session, index) => ({ ...session, number: index + 1 }));
  const sheets = Array.from({ length: Math.max(1, Math.ceil(sessions.length / mostOnSheet)) }, (_, index) =>
    sessions.slice(index * mostOnSheet, (index + 1) * mostOnSheet),
  );
  return {
    title: `Daftar hadir per sesi ${meeting.title}`,
    organisation: meeting.host.name,
    size: settings.size,
    sections: sheets.map(
      (own): Section => ({ orientation: "landscape", letterhead: settings.letterhead, blocks: sheet(facts, own) }),
    ),
    notes: [],
  };
}

function sheet({ meeting, people, signers }: Facts, sessions: readonly Numbered[]): Block[] {
  const columns: Column[] = [
    numberColumn,
    { head: "Nama", width: 20 },
    { head: "Jabatan", width: 20 },
    ...sessions.map(
      ({ number }): Column => ({
        head: `Sesi ${number}`,
        group: "Tanda Tangan",
        width: Math.floor(55 / sessions.length),
      }),
    ),
  ];
  const rows: Cell[][] = [
    ...people.map((attendee, index) => [
      numberCell(index + 1),
      presentName(attendee),
      seatWords(attendee),
      ...sessions.map(() => ""),
    ]),
    ...Array.from({ length: extraRows }, (_, index) => [
      numberCell(people.length + index + 1),
      "",
      "",
      ...sessions.map(() => ""),
    ]),
  ];
  return [
    { type: "title", lines: ["DAFTAR HADIR PER SESI", meeting.title.toUpperCase()] },
    identity(meeting),
    ...numbered(sessions.map(({ topic, hours }) => (hours ? `${topic} (${hours})` : topic))),
    { type: "table", caption: "Daftar hadir per sesi", columns, rows, rowHeight: 10 },
    meetingSignatures(meeting, { ...signers, leader: null }),
  ];
}

/** For signatures by hand: who came to which session is not kept anywhere else. */
export const sessionAttendance: PaperDefinition<Facts> = {
  kind: "session-attendance",
  slug: "daftar-hadir-sesi",
  name: "Daftar hadir per sesi",
  subject: "meeting",
  meetingKinds: ["KALAKARYA"],
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, people }) => ({ values: meetingValues(meeting), lists: { peserta: participantFields(people) } }),
  missing: ({ meeting, people }) => [
    ...(meeting.agenda.length > 0 ? [] : ["Sesi belum diisi: isi jadwal sesi di bagian Pelatihan."]),
    ...(people.length > 0 ? [] : ["Belum ada yang diundang: pilih di bagian Undangan."]),
  ],
};
