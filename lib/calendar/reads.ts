import { type Actor, findActor } from "@/lib/actor";
import { type CalendarMeeting, eventOf } from "@/lib/calendar/event";
import { type CalendarEvent, writeCalendar } from "@/lib/calendar/ics";
import { feedAddress } from "@/lib/calendar/rules";
import { db } from "@/lib/db";
import { linkOf } from "@/lib/invitations/rules";
import { organisedBy, whoAgreed } from "@/lib/meetings/organised";
import { visibleTo } from "@/lib/meetings/reads";
import { hashToken, reopenToken } from "@/lib/secrets";
import type { Prisma } from "@/prisma/generated/client";

const year = 366 * 86_400_000;
const eventsPerFeed = 4000;

const shown = {
  id: true,
  status: true,
  statusReason: true,
  title: true,
  sequence: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  mapUrl: true,
  changedAt: true,
  organisers: { ...whoAgreed, select: { puskesmas: { select: { name: true } } } },
} satisfies Prisma.MeetingSelect;

type ShownMeeting = Prisma.MeetingGetPayload<{ select: typeof shown }>;

function calendarMeeting({ organisers, ...meeting }: ShownMeeting): CalendarMeeting {
  return { ...meeting, organisers: organisers.map(({ puskesmas }) => puskesmas.name).sort() };
}

/** The only file that holds the personal address; null for no such link. */
export async function findInviteeCalendar(token: string): Promise<string | null> {
  const invitation = await db.invitation.findFirst({
    where: { tokenHash: hashToken(token), meeting: { status: { not: "DRAFT" } } },
    select: { meeting: { select: shown } },
  });
  if (!invitation) return null;
  return writeCalendar({ events: [inviteeEvent(calendarMeeting(invitation.meeting), token)] });
}

function inviteeEvent(meeting: CalendarMeeting, token: string): CalendarEvent {
  return eventOf(meeting, { url: linkOf(token), words: "Jawab atau ubah jawaban Anda" });
}

export async function listInviteeCalendars(meetingId: string, tokens: readonly string[]): Promise<Map<string, string>> {
  const meeting = await db.meeting.findUnique({ where: { id: meetingId }, select: shown });
  if (!meeting) return new Map();
  const shownMeeting = calendarMeeting(meeting);
  return new Map(tokens.map((token) => [token, writeCalendar({ events: [inviteeEvent(shownMeeting, token)] })]));
}

/** The feed behind a token's hash, as a calendar; null where it is unknown, revoked, or its user is out. */
export async function findFeedCalendar(token: string, now: Date): Promise<string | null> {
  const feed = await db.calendarFeed.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      revokedAt: true,
      organisation: { select: { id: true, name: true } },
      userId: true,
    },
  });
  if (!feed || feed.revokedAt) return null;
  const actor = feed.userId ? await findActor(feed.userId) : null;
  if (feed.userId && !actor) return null;
  const meetings = await db.meeting.findMany({
    where: {
      AND: [
        actor ? visibleTo(actor) : organisedBy(feed.organisation.id),
        { status: { not: "DRAFT" }, startsAt: { gte: new Date(now.getTime() - year) } },
      ],
    },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: eventsPerFeed,
    select: shown,
  });
  const owner = actor?.organisation ?? feed.organisation;
  return writeCalendar({
    name: `Lokmin ${owner.name}`,
    refreshHours: 1,
    events: meetings.map((meeting) =>
      eventOf(calendarMeeting(meeting), {
        url: `${process.env.APP_URL ?? ""}/kegiatan/${meeting.id}`,
        words: actor?.organisation.kind === "PUSKESMAS" || !actor ? "Untuk petugas" : "Untuk pembina",
      }),
    ),
  });
}

export type FeedAddress = { address: string; createdAt: Date };

export async function findFeeds(
  actor: Actor,
): Promise<{ ofOrganisation: FeedAddress | null; ofUser: FeedAddress | null }> {
  const feeds = await db.calendarFeed.findMany({
    where: {
      revokedAt: null,
      OR: [{ userId: actor.userId }, { organisationId: actor.organisation.id, userId: null }],
    },
    orderBy: { createdAt: "desc" },
    select: { userId: true, tokenSealed: true, createdAt: true },
  });
  const addressOf = (userId: string | null): FeedAddress | null => {
    const feed = feeds.find((candidate) => candidate.userId === userId);
    const token = feed && reopenToken(feed.tokenSealed);
    return feed && token ? { address: feedAddress(token), createdAt: feed.createdAt } : null;
  };
  return { ofOrganisation: addressOf(null), ofUser: addressOf(actor.userId) };
}
