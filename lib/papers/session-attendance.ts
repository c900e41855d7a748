import type { Actor } from "@/lib/actor";
import type { PaperDefinition, PaperSettings } from "@/lib/papers/definition";
import type { Block, Cell, Column, Paper, Section } from "@/lib/papers/model";
import { numberCell, numberColumn, numbered } from "@/lib/papers/parts/blocks";
import { identity, type MeetingFacts, meetingValues, readMeeting } from "@/lib/papers/parts/meeting";
import { listAttendees } from "@/lib/papers/parts/people";
import {
  findSessionRolls,
  type RolledPerson,
  type RolledSession,
  rolledByAgenda,
} from "@/lib/papers/parts/session-rolls";
import { findSigners, meetingSignatures, type Signers } from "@/lib/papers/parts/signed";
import { participantFields } from "@/lib/papers/parts/turnout";

type Facts = {
  meeting: MeetingFacts;
  sessions: RolledSession[];
  people: RolledPerson[];
  /** To be signed by hand: nobody noted who was there, or it was asked for so. */
  isBlank: boolean;
  participants: Record<string, string>[];
  signers: Signers;
};

const extraRows = 8;
const mostOnSheet = 5;

async function read(actor: Actor, id: string, options: Record<string, string>): Promise<Facts | null> {
  const meeting = await readMeeting(actor, id);
  if (!meeting) return null;
  const attendees = await listAttendees(actor, id);
  const rolls = await findSessionRolls(actor, meeting);
  const { sessions, people } = rolls.sessions.length > 0 ? rolls : rolledByAgenda(meeting, attendees);
  const isMarked = sessions.some(({ present }) => present > 0);
  return {
    ...{ meeting, sessions, people },
    isBlank: options.kosong === "1" || !isMarked,
    participants: participantFields(attendees),
    signers: await findSigners(meeting, attendees),
  };
}

function compose(facts: Facts, settings: PaperSettings): Paper {
  const { meeting, sessions } = facts;
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

function sheet(facts: Facts, sessions: readonly RolledSession[]): Block[] {
  const { meeting, isBlank, signers } = facts;
  const columns: Column[] = [
    numberColumn,
    { head: "Nama", width: 20 },
    { head: "Jabatan", width: 20 },
    ...sessions.map(
      ({ number }): Column => ({
        head: `Sesi ${number}`,
        group: isBlank ? "Tanda Tangan" : "Kehadiran",
        width: Math.floor(55 / sessions.length),
        ...(isBlank ? {} : { align: "center" }),
      }),
    ),
  ];
  return [
    { type: "title", lines: ["DAFTAR HADIR PER SESI", meeting.title.toUpperCase()] },
    identity(meeting),
    ...numbered(sessions.map(({ topic, when }) => (when ? `${topic} (${when})` : topic))),
    {
      type: "table",
      caption: "Daftar hadir per sesi",
      columns,
      rows: isBlank ? blankRows(facts, sessions) : filledRows(facts, sessions),
      ...(isBlank ? { rowHeight: 10 } : {}),
    },
    meetingSignatures(meeting, { ...signers, leader: null }),
  ];
}

function blankRows({ people }: Facts, sessions: readonly RolledSession[]): Cell[][] {
  const empty = sessions.map(() => "");
  return [
    ...people.map(({ name, seat }, index) => [numberCell(index + 1), name, seat, ...empty]),
    ...Array.from({ length: extraRows }, (_, index) => [numberCell(people.length + index + 1), "", "", ...empty]),
  ];
}

function filledRows({ people }: Facts, sessions: readonly RolledSession[]): Cell[][] {
  return [
    ...people.map(({ name, seat, marks }, index) => [
      numberCell(index + 1),
      name,
      seat,
      ...sessions.map(({ number }) => marks.get(number) ?? ""),
    ]),
    ["", "Jumlah hadir", "", ...sessions.map(({ present }) => ({ text: `${present}`, value: present }))],
  ];
}

export const sessionAttendance: PaperDefinition<Facts> = {
  kind: "session-attendance",
  slug: "daftar-hadir-sesi",
  name: "Daftar hadir per sesi",
  subject: "meeting",
  meetingKinds: ["KALAKARYA"],
  formats: ["pdf", "docx", "xlsx"],
  isLetter: false,
  wording: {},
  variants: [
    { label: "Terisi", options: {} },
    { label: "Kosong, untuk tanda tangan basah", options: { kosong: "1" } },
  ],
  read,
  organisationId: ({ meeting }) => meeting.host.id,
  compose,
  fields: ({ meeting, participants }) => ({ values: meetingValues(meeting), lists: { peserta: participants } }),
  missing: ({ sessions, people }) => [
    ...(sessions.length > 0 ? [] : ["Sesi belum diisi: isi di bagian Pelatihan."]),
    ...(people.length > 0 ? [] : ["Belum ada yang diundang: pilih di bagian Undangan."]),
  ],
};
