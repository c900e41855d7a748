import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { defaultTitle, periodKey, quarterOf } from "@/lib/meetings/rules";
import { dayOf } from "@/lib/time";
import type { Meeting, MeetingStatus, Prisma } from "@/prisma/generated/client";

type AgendaOption = string | { topic: string; minutes?: number | null; presenter?: string | null };

export type MeetingOptions = Partial<Prisma.MeetingCreateManyInput> & {
  /** The puskesmas that sets it; its zone becomes the meeting's. */
  host: { id: string; timeZone: string };
  /** Puskesmas that hold it together with the host. */
  organisers?: { id: string }[];
  agenda?: AgendaOption[];
  /** Makes it the second of its period, which no index refuses. */
  secondReason?: string;
};

export type MeetingRow = Prisma.MeetingCreateManyInput & {
  id: string;
  status: MeetingStatus;
  startsAt: Date;
  timeZone: string;
};
export type MeetingRows = {
  meeting: MeetingRow;
  organisers: Prisma.MeetingOrganiserCreateManyInput[];
  agenda: Prisma.AgendaLineCreateManyInput[];
};

const hour = 3_600_000;

/** A week ahead; a week ago when it is over, since an hour when it runs. */
function usualStart(status: MeetingStatus): Date {
  if (status === "CLOSED") return new Date(Date.now() - 7 * 24 * hour);
  return new Date(Date.now() + (status === "IN_PROGRESS" ? -hour : 7 * 24 * hour));
}

/** A Lokmin triwulanan of the quarter it starts in, with organisers and agenda; not saved. */
export function meetingRows(
  status: MeetingStatus,
  { host, organisers = [], agenda = [], secondReason, ...overrides }: MeetingOptions,
): MeetingRows {
  const id = overrides.id ?? randomUUID();
  const kind = overrides.kind ?? "QUARTERLY_LOKMIN";
  const timeZone = overrides.timeZone ?? host.timeZone;
  const startsAt = new Date(overrides.startsAt ?? usualStart(status));
  const day = dayOf(startsAt, timeZone);
  const year = overrides.year ?? Number(day.slice(0, 4));
  const period = overrides.period ?? (kind === "QUARTERLY_LOKMIN" ? quarterOf(day) : Number(day.slice(5, 7)));
  const holdsPeriod = status === "CANCELLED" || secondReason ? null : periodKey({ kind, year, period });
  const needsReason = status === "POSTPONED" || status === "CANCELLED";
  return {
    meeting: {
      title: kind === "KALAKARYA" ? "Kalakarya" : defaultTitle({ kind, year, period }),
      place: "Aula kecamatan",
      statusReason: needsReason ? "Camat berhalangan" : null,
      closedAt: status === "CLOSED" ? new Date(startsAt.getTime() + 4 * hour) : null,
      ...overrides,
      hostId: host.id,
      id,
      kind,
      status,
      year,
      period,
      startsAt,
      timeZone,
    },
    organisers: [host.id, ...organisers.map((organiser) => organiser.id)].map((puskesmasId) => ({
      meetingId: id,
      puskesmasId,
      startsAt,
      holdsPeriod,
      agreedAt: startsAt,
      secondReason: secondReason ?? null,
    })),
    agenda: agenda.map((line, index) => ({
      meetingId: id,
      position: index + 1,
      ...(typeof line === "string" ? { topic: line } : line),
    })),
  };
}

/** A meeting in a state, with its organisers and agenda. */
export async function makeMeeting(status: MeetingStatus, options: MeetingOptions): Promise<Meeting> {
  const rows = meetingRows(status, options);
  const meeting = await db.meeting.create({ data: rows.meeting });
  await db.meetingOrganiser.createMany({ data: rows.organisers });
  await db.agendaLine.createMany({ data: rows.agenda });
  return meeting;
}
