import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { kindNames, periodName } from "@/lib/meetings/rules";
import type { Block } from "@/lib/papers/model";
import { factRows, listed } from "@/lib/papers/parts/blocks";
import { shared } from "@/lib/papers/parts/shared-reads";
import { dayOf, formatClock, formatDay, formatDayLong, zoneLabel } from "@/lib/time";
import { speakerNames } from "@/lib/trainings/fields";
import { type FoundSession, type FoundTraining, findTraining } from "@/lib/trainings/reads";
import type { MeetingKind, MeetingStatus } from "@/prisma/generated/enums";

export type OfficeFacts = {
  id: string;
  name: string;
  /** The kecamatan of a puskesmas, the kabupaten of a Dinkes. */
  place: string;
  regency: string;
  parent: { id: string; name: string } | null;
};

export type MeetingFacts = {
  id: string;
  title: string;
  kind: MeetingKind;
  typeName: string;
  periodName: string;
  year: number;
  status: MeetingStatus;
  startsAt: Date;
  day: string;
  lastDay: string | null;
  timeZone: string;
  hours: string;
  place: string;
  leader: string | null;
  host: OfficeFacts;
  organisers: string[];
  organiserIds: string[];
  /** Of a training with sessions, these. */
  agenda: { position: number; topic: string; minutes: number | null; presenter: string | null }[];
  sessions: FoundSession[];
  objectives: string[];
  inputs: string[];
  outputs: string[];
  approval: { approver: string; day: string } | null;
};

/** "09.00 WIB s.d. selesai", "09.00 s.d. 12.30 WITA". */
export function hoursWords(startsAt: Date, endsAt: Date | null, timeZone: string): string {
  const label = zoneLabel(timeZone);
  const from = formatClock(startsAt, timeZone);
  return endsAt ? `${from} s.d. ${formatClock(endsAt, timeZone)} ${label}` : `${from} ${label} s.d. selesai`;
}

export async function findOffice(id: string): Promise<OfficeFacts> {
  const office = await db.organisation.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      name: true,
      kind: true,
      area: { select: { name: true, parent: { select: { name: true } } } },
      parent: { select: { id: true, name: true } },
    },
  });
  const { area, kind, parent, name } = office;
  const place = area.name;
  return { id, name, place, regency: kind === "PUSKESMAS" ? (area.parent?.name ?? place) : place, parent };
}

/** A meeting as its papers tell it; null where the actor may not see it. */
export const readMeeting = shared(async (actor: Actor, id: string): Promise<MeetingFacts | null> => {
  const meeting = await findMeeting(actor, id);
  if (!meeting) return null;
  const [office, training] = await Promise.all([
    findOffice(meeting.hostId),
    meeting.kind === "KALAKARYA" ? findTraining(actor, id) : null,
  ]);
  return meetingFacts(meeting, office, training);
});

function meetingFacts(meeting: FoundMeeting, host: OfficeFacts, training: FoundTraining | null): MeetingFacts {
  const { id, title, kind, year, status, startsAt, endsAt, timeZone, place, leader } = meeting;
  const { sessions = [], objectives = [] } = training ?? {};
  const agenda = sessions.length > 0 ? sessions.map(asLine) : meeting.agenda;
  const day = dayOf(startsAt, timeZone);
  const lastDay = endsAt ? dayOf(endsAt, timeZone) : day;
  const [approval] = meeting.approvals;
  const expected = (side: "INPUT" | "OUTPUT") =>
    meeting.expectations.filter((row) => row.side === side).map(({ text }) => text);
  return {
    ...{ id, title, kind, year, status, startsAt, timeZone, place, leader, agenda, host, day, sessions, objectives },
    typeName: meeting.typeName ?? kindNames[kind],
    periodName: periodName(meeting),
    lastDay: lastDay === day ? null : lastDay,
    hours: hoursWords(startsAt, endsAt, timeZone),
    organisers: meeting.organisers.map(({ puskesmas }) => puskesmas.name),
    organiserIds: meeting.organisers.map(({ puskesmasId }) => puskesmasId),
    inputs: expected("INPUT"),
    outputs: expected("OUTPUT"),
    approval: approval ? { approver: approval.approver, day: dayOf(approval.approvedAt, timeZone) } : null,
  };
}

function asLine({ position, topic, startsAt, endsAt, speakers }: FoundSession): MeetingFacts["agenda"][number] {
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return { position, topic, minutes, presenter: speakerNames(speakers) };
}

export function whenAndWhere(meeting: Pick<MeetingFacts, "day" | "hours" | "place"> & { lastDay?: string | null }) {
  const { hours, place } = meeting;
  return [
    ["Hari/Tanggal", daysWords(meeting)],
    ["Waktu", hours],
    ["Tempat", place],
  ] as const;
}

function daysWords({ day, lastDay }: { day: string; lastDay?: string | null }): string {
  return lastDay ? `${formatDay(day)} s.d. ${formatDay(lastDay)}` : formatDay(day);
}

export function identity(meeting: MeetingFacts, more: readonly (readonly [string, string | null])[] = []): Block {
  return factRows([
    ["Jenis Kegiatan", meeting.typeName],
    ["Nama Kegiatan", meeting.title],
    ...whenAndWhere(meeting),
    ["Penyelenggara", listed(meeting.organisers)],
    ...more,
  ]);
}

export function agendaItems({ agenda }: Pick<MeetingFacts, "agenda">): string[] {
  return agenda.map(({ topic, presenter }) => (presenter ? `${topic} (${presenter})` : topic));
}

export const meetingPlaceholders = [
  "kegiatan",
  "jenis",
  "periode",
  "tahun",
  "hari",
  "waktu",
  "tempat",
  "penyelenggara",
  "kecamatan",
  "kabupaten",
] as const;

export function meetingValues(meeting: MeetingFacts): Record<(typeof meetingPlaceholders)[number], string> {
  return {
    kegiatan: meeting.title,
    jenis: meeting.typeName,
    periode: meeting.periodName,
    tahun: `${meeting.year}`,
    hari: daysWords(meeting),
    waktu: meeting.hours,
    tempat: meeting.place,
    penyelenggara: listed(meeting.organisers),
    kecamatan: meeting.host.place,
    kabupaten: meeting.host.regency,
  };
}

export function placeAndDay(office: Pick<OfficeFacts, "place">, day: string): string {
  return `${office.place}, ${formatDayLong(day)}`;
}

export function hasBegun({ status }: Pick<MeetingFacts, "status">): boolean {
  return status === "IN_PROGRESS" || status === "CLOSED";
}
