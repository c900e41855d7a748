import { type Actor, isPuskesmas, NotAllowed, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { holderAmong, runningAt } from "@/lib/directory/tenure";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { likeWords } from "@/lib/plain-words";
import type { MeetingKind, MeetingStatus, Prisma } from "@/prisma/generated/client";

/**
 * Meetings the actor may see: those its puskesmas organises; for a Dinkes those of the puskesmas below it, once they
 * are more than a draft.
 */
export function visibleTo(actor: Actor): Prisma.MeetingWhereInput {
  const organisers = { some: { puskesmas: organisationsWithin(actor) } };
  return isPuskesmas(actor) ? { organisers } : { organisers, status: { not: "DRAFT" } };
}

export type MeetingFilter = {
  year?: number | undefined;
  kind?: MeetingKind | undefined;
  status?: MeetingStatus | undefined;
  puskesmasId?: string | undefined;
  words?: string | undefined;
  page?: number | undefined;
};

export const meetingsPerPage = 40;

const holds = (words: string) => ({ contains: likeWords(words), mode: "insensitive" as const });

/** A page of meetings, newest first, each with its counts of answers and results. */
export async function listMeetings(actor: Actor, filter: MeetingFilter = {}) {
  const page = Math.max(1, filter.page ?? 1);
  const rows = await db.meeting.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          ...(filter.year ? { year: filter.year } : {}),
          ...(filter.kind ? { kind: filter.kind } : {}),
          ...(filter.status ? { status: filter.status } : {}),
          ...(filter.words ? { OR: [{ title: holds(filter.words) }, { place: holds(filter.words) }] } : {}),
          ...(filter.puskesmasId ? { organisers: { some: { puskesmasId: filter.puskesmasId } } } : {}),
        },
      ],
    },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    skip: (page - 1) * meetingsPerPage,
    take: meetingsPerPage + 1,
    select: {
      id: true,
      kind: true,
      status: true,
      title: true,
      year: true,
      period: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      place: true,
    },
  });
  const shown = rows.slice(0, meetingsPerPage);
  const ids = shown.map((meeting) => meeting.id);
  const counts = await countMeetings(ids);
  return {
    meetings: shown.map((meeting) => ({ ...meeting, counts: counts.get(meeting.id) ?? noCounts })),
    page,
    hasMore: rows.length > meetingsPerPage,
  };
}

export type MeetingCounts = {
  hostName: string;
  organisers: number;
  invited: number;
  hadir: number;
  diwakili: number;
  tidakHadir: number;
  handedOut: number;
  present: number;
  actionItems: number;
  isApproved: boolean;
  isReported: boolean;
};

const noCounts: MeetingCounts = {
  hostName: "",
  organisers: 1,
  invited: 0,
  hadir: 0,
  diwakili: 0,
  tidakHadir: 0,
  handedOut: 0,
  present: 0,
  actionItems: 0,
  isApproved: false,
  isReported: false,
};

export async function countFound({ id }: FoundMeeting): Promise<MeetingCounts> {
  return (await countMeetings([id])).get(id) ?? noCounts;
}

export async function countMeeting(actor: Actor, id: string): Promise<MeetingCounts> {
  const meeting = await db.meeting.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: { id: true } });
  return (meeting && (await countMeetings([meeting.id])).get(meeting.id)) ?? noCounts;
}

export async function countMeetings(meetingIds: string[]): Promise<Map<string, MeetingCounts>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db.$queryRaw<({ id: string } & MeetingCounts)[]>`
    SELECT m.id, h.*, i.*, a.*, r.*, s.*
    FROM unnest(${meetingIds}::uuid[]) AS m(id)
    CROSS JOIN LATERAL (
      SELECT o.name AS "hostName",
             (SELECT count(*)::int FROM "MeetingOrganiser" g WHERE g."meetingId" = m.id) AS organisers
      FROM "Meeting" e JOIN "Organisation" o ON o.id = e."hostId" WHERE e.id = m.id
    ) h
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS invited,
             count(*) FILTER (WHERE w.choice = 'PRESENT')::int AS hadir,
             count(*) FILTER (WHERE w.choice = 'REPRESENTED')::int AS diwakili,
             count(*) FILTER (WHERE w.choice = 'ABSENT')::int AS "tidakHadir",
             (count(coalesce(n."handedOutAt", w."answeredAt")) FILTER (WHERE n."holderLeftAt" IS NULL))::int AS "handedOut"
      FROM "Invitation" n
      -- LIMIT keeps PostgreSQL from joining every answer there is to each meeting's invitations.
      LEFT JOIN LATERAL (SELECT choice, "answeredAt" FROM "Answer" WHERE "invitationId" = n.id LIMIT 1) w ON true
      WHERE n."meetingId" = m.id
    ) i
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE t.status IN ('PRESENT', 'REPRESENTED') AND t."confirmedAt" IS NOT NULL)::int AS present
      FROM "Attendance" t WHERE t."meetingId" = m.id
    ) a
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "actionItems" FROM "ActionItem" p WHERE p."meetingId" = m.id
    ) r
    CROSS JOIN LATERAL (
      SELECT count(*) > 0 AS "isApproved",
             coalesce(bool_or(EXISTS (
               SELECT 1 FROM "Submission" u WHERE u."meetingId" = m.id AND u."submittedAt" >= v."approvedAt")), false) AS "isReported"
      FROM "Approval" v
      WHERE v."meetingId" = m.id AND NOT EXISTS (SELECT 1 FROM "Reopening" o WHERE o."approvalId" = v.id)
    ) s`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** One meeting with what hangs on it, or null where there is none the actor may see. Two statements at once. */
export async function findMeeting(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const [meeting, attached] = await Promise.all([
    db.meeting.findFirst({ where: { AND: [{ id }, visibleTo(actor)] } }),
    findAttached(id),
  ]);
  return meeting && attached ? { ...meeting, ...attached } : null;
}

type Attached = {
  agenda: { meetingId: string; position: number; topic: string; minutes: number | null; presenter: string | null }[];
  organisers: { puskesmasId: string; secondReason: string | null; hasAgreed: boolean; puskesmas: { name: string } }[];
  host: { name: string; areaCode: string };
  approvals: { id: string; number: number; approver: string; approvedAt: Date }[];
  submissions: { submittedAt: Date }[];
};

type AttachedRow = Omit<Attached, "approvals" | "submissions"> & {
  approvals: (Omit<Attached["approvals"][number], "approvedAt"> & { approvedAt: string })[];
  submissions: { submittedAt: string }[];
};

async function findAttached(id: string): Promise<Attached | null> {
  const [row] = await db.$queryRaw<AttachedRow[]>`
    SELECT json_build_object('name', h.name, 'areaCode', h."areaCode") AS host,
      (SELECT coalesce(json_agg(l ORDER BY l.position), '[]') FROM "AgendaLine" l WHERE l."meetingId" = m.id) AS agenda,
      (SELECT json_agg(json_build_object('puskesmasId', g."puskesmasId", 'secondReason', g."secondReason", 'hasAgreed', g."agreedAt" IS NOT NULL,
          'puskesmas', json_build_object('name', o.name)) ORDER BY g."puskesmasId" <> m."hostId", o.name)
        FROM "MeetingOrganiser" g JOIN "Organisation" o ON o.id = g."puskesmasId" WHERE g."meetingId" = m.id) AS organisers,
      (SELECT coalesce(json_agg(json_build_object('id', v.id, 'number', v.number, 'approver', v.approver,
          'approvedAt', v."approvedAt")), '[]')
        FROM "Approval" v WHERE v."meetingId" = m.id
          AND NOT EXISTS (SELECT 1 FROM "Reopening" r WHERE r."approvalId" = v.id)) AS approvals,
      (SELECT coalesce(json_agg(json_build_object('submittedAt', u."submittedAt") ORDER BY u.number), '[]')
        FROM "Submission" u WHERE u."meetingId" = m.id) AS submissions
    FROM "Meeting" m JOIN "Organisation" h ON h.id = m."hostId" WHERE m.id = ${id}::uuid`;
  if (!row) return null;
  return {
    ...row,
    approvals: row.approvals.map((approval) => ({ ...approval, approvedAt: new Date(approval.approvedAt) })),
    submissions: row.submissions.map(({ submittedAt }) => ({ submittedAt: new Date(submittedAt) })),
  };
}

export async function requireWritable(actor: Actor, id: string, what: string): Promise<FoundMeeting> {
  const meeting = await findMeeting(actor, id);
  if (!meeting || !canWriteMeeting(actor, meeting)) throw new NotAllowed(actor, `${what} meeting ${id}`);
  return meeting;
}

export type FoundMeeting = NonNullable<Awaited<ReturnType<typeof findMeeting>>>;

export function listChanges(actor: Actor, meetingId: string) {
  return db.meetingChange.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: { sequence: "asc" },
    select: { sequence: true, startsAt: true, endsAt: true, place: true },
  });
}

/** The next meeting that is set and not over, for the start page. */
export async function findNextMeeting(actor: Actor, now: Date) {
  const meeting = await db.meeting.findFirst({
    where: {
      AND: [
        visibleTo(actor),
        { status: { in: ["SCHEDULED", "IN_PROGRESS"] }, startsAt: { gte: new Date(now.getTime() - 86_400_000) } },
      ],
    },
    orderBy: { startsAt: "asc" },
    select: {
      id: true,
      kind: true,
      status: true,
      title: true,
      year: true,
      period: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      place: true,
    },
  });
  if (!meeting) return null;
  return { ...meeting, counts: (await countMeetings([meeting.id])).get(meeting.id) ?? noCounts };
}

export async function listPossibleOrganisers(actor: Actor) {
  if (!actor.organisation.parentId) return [];
  return db.organisation.findMany({
    where: { kind: "PUSKESMAS", parentId: actor.organisation.parentId, id: { not: actor.organisation.id } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
}

/** @param at as of when: the end of a meeting's day */
export async function listLeaders(actor: Actor, at: Date = new Date()): Promise<string[]> {
  const seats = await db.seat.findMany({
    where: { organisationId: actor.organisation.id, archivedAt: null },
    orderBy: [{ protocolOrder: "asc" }, { title: "asc" }],
    take: 12,
    select: {
      title: true,
      institution: true,
      holders: { where: runningAt(at), select: { prefix: true, name: true, since: true, until: true } },
    },
  });
  return seats.map(({ title, holders }) => {
    const holder = holderAmong(holders);
    const seat = seatName({ title, prefix: holder?.prefix });
    return holder ? `${holder.name}, ${seat}` : seat;
  });
}

export function listPuskesmasNames(actor: Actor) {
  return db.organisation.findMany({
    where: { AND: [organisationsWithin(actor), { kind: "PUSKESMAS" }] },
    orderBy: { name: "asc" },
    take: 1000,
    select: { id: true, name: true },
  });
}
