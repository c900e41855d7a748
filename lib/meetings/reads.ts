import { type Actor, isDinkes, isPuskesmas, NotAllowed, organisationsWithin } from "@/lib/actor";
import type { SentReport } from "@/lib/approvals/report-state";
import { db, isId, readRows } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { holderAmong, runningAt } from "@/lib/directory/tenure";
import { countColumns, countMeetings, countsOfMeeting, type MeetingCounts, noCounts } from "@/lib/meetings/counts";
import { organisedWithin } from "@/lib/meetings/organised";
import { canWriteMeeting } from "@/lib/meetings/rules";
import { listedSql, visibleSql } from "@/lib/meetings/visible-sql";
import { holdsWords } from "@/lib/read-words";
import {
  type Meeting,
  type MeetingExpectation,
  type MeetingKind,
  type MeetingStatus,
  type OrganisationKind,
  Prisma,
} from "@/prisma/generated/client";

/**
 * Meetings the actor may see: those its puskesmas organises and agreed to; for a Dinkes its own trainings, and those of
 * the offices below it once they are more than a draft.
 */
export function visibleTo(actor: Actor): Prisma.MeetingWhereInput {
  const organised = organisedWithin(actor);
  if (isPuskesmas(actor)) return organised;
  return { AND: [organised, { OR: [{ status: { not: "DRAFT" } }, { hostId: actor.organisation.id }] }] };
}

export type MeetingFilter = {
  year?: number | undefined;
  kind?: MeetingKind | undefined;
  status?: MeetingStatus | undefined;
  puskesmasId?: string | undefined;
  words?: string | undefined;
  /** Held on it, from the first moment to before the last. */
  day?: { from: Date; to: Date } | undefined;
  page?: number | undefined;
};

export const meetingsPerPage = 40;

/** A page of meetings, newest first, each with its counts of answers and results: one statement. */
export async function listMeetings(actor: Actor, filter: MeetingFilter = {}) {
  const page = Math.max(1, filter.page ?? 1);
  const rows = await readRows<Listed & MeetingCounts>(Prisma.sql`
    SELECT m.*, ${countColumns}
    FROM (
      SELECT m.id, m.kind::text AS kind, m.status::text AS status, m.title, m.year, m.period, m."startsAt", m."endsAt",
        m."timeZone", m.place
      FROM "Meeting" m WHERE ${listedSql(actor)} AND ${filterSql(filter)}
      ORDER BY m."startsAt" DESC, m.id DESC
      LIMIT ${meetingsPerPage + 1} OFFSET ${(page - 1) * meetingsPerPage}
    ) m
    ${countsOfMeeting}
    ORDER BY m."startsAt" DESC, m.id DESC`);
  return {
    meetings: rows.slice(0, meetingsPerPage).map(withCounts),
    page,
    hasMore: rows.length > meetingsPerPage,
  };
}

export type Listed = Pick<
  Meeting,
  "id" | "kind" | "status" | "title" | "year" | "period" | "startsAt" | "endsAt" | "timeZone" | "place"
>;

export function withCounts(row: Listed & MeetingCounts): Listed & { counts: MeetingCounts } {
  const { id, kind, status, title, year, period, startsAt, endsAt, timeZone, place, ...counts } = row;
  return { id, kind, status, title, year, period, startsAt, endsAt, timeZone, place, counts };
}

export function filterSql({ year, kind, status, words, puskesmasId, day }: MeetingFilter): Prisma.Sql {
  const conditions = [
    year && Prisma.sql`m.year = ${year}`,
    kind && Prisma.sql`m.kind = ${kind}::"MeetingKind"`,
    status && Prisma.sql`m.status = ${status}::"MeetingStatus"`,
    words && holdsWords(["m.title", "m.place"], words),
    day && Prisma.sql`m."startsAt" < ${day.to} AND coalesce(m."endsAt", m."startsAt") >= ${day.from}`,
    puskesmasId &&
      Prisma.sql`m.id IN (SELECT f."meetingId" FROM "MeetingOrganiser" f WHERE f."puskesmasId" = ${puskesmasId}::uuid AND f."agreedAt" IS NOT NULL)`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return conditions.length > 0 ? Prisma.join(conditions, " AND ") : Prisma.sql`true`;
}

export async function countMeeting(actor: Actor, id: string): Promise<MeetingCounts> {
  const meeting = await db.meeting.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: { id: true } });
  return (meeting && (await countMeetings([meeting.id])).get(meeting.id)) ?? noCounts;
}

type Attached = {
  agenda: { meetingId: string; position: number; topic: string; minutes: number | null; presenter: string | null }[];
  organisers: { puskesmasId: string; secondReason: string | null; puskesmas: { name: string } }[];
  asked: { puskesmasId: string; puskesmas: { name: string } }[];
  host: { name: string; areaCode: string; kind: OrganisationKind };
  approvals: { id: string; number: number; approver: string; approvedAt: Date }[];
  submissions: SentReport[];
  expectations: Omit<MeetingExpectation, "meetingId">[];
  sessions: number;
};

/** JSON gives instants as text. */
type AsJson<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] };

type AttachedRow = Omit<Attached, "approvals" | "submissions" | "expectations"> & {
  approvals: AsJson<Attached["approvals"][number]>[];
  submissions: AsJson<Attached["submissions"][number]>[];
  expectations: AsJson<Attached["expectations"][number]>[];
};

/** One meeting with what hangs on it, or null where there is none the actor may see: one statement. */
export async function findMeeting(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const [row] = await readRows<Meeting & AttachedRow>(Prisma.sql`
    SELECT m.*, json_build_object('name', h.name, 'areaCode', h."areaCode", 'kind', h.kind) AS host,
      (SELECT coalesce(json_agg(l ORDER BY l.position), '[]') FROM "AgendaLine" l WHERE l."meetingId" = m.id) AS agenda,
      (SELECT json_agg(json_build_object('puskesmasId', g."puskesmasId", 'secondReason', g."secondReason",
          'puskesmas', json_build_object('name', o.name)) ORDER BY g."puskesmasId" <> m."hostId", o.name)
        FROM "MeetingOrganiser" g JOIN "Organisation" o ON o.id = g."puskesmasId"
        WHERE g."meetingId" = m.id AND g."agreedAt" IS NOT NULL) AS organisers,
      (SELECT coalesce(json_agg(json_build_object('puskesmasId', g."puskesmasId", 'puskesmas', json_build_object('name', o.name))
          ORDER BY o.name), '[]')
        FROM "MeetingOrganiser" g JOIN "Organisation" o ON o.id = g."puskesmasId"
        WHERE g."meetingId" = m.id AND g."agreedAt" IS NULL) AS asked,
      (SELECT coalesce(json_agg(json_build_object('id', v.id, 'number', v.number, 'approver', v.approver,
          'approvedAt', v."approvedAt")), '[]')
        FROM "Approval" v WHERE v."meetingId" = m.id
          AND NOT EXISTS (SELECT 1 FROM "Reopening" r WHERE r."approvalId" = v.id)) AS approvals,
      (SELECT coalesce(json_agg(json_build_object('submittedAt', u."submittedAt", 'decision', w.decision) ORDER BY u.number), '[]')
        FROM "Submission" u LEFT JOIN "SubmissionReview" w ON w."submissionId" = u.id
        WHERE u."meetingId" = m.id) AS submissions,
      (SELECT coalesce(json_agg(json_build_object('side', x.side, 'position', x.position, 'text', x.text, 'isMet', x."isMet",
          'note', x.note, 'metBy', x."metBy", 'metAt', x."metAt") ORDER BY x.side, x.position), '[]')
        FROM "MeetingExpectation" x WHERE x."meetingId" = m.id) AS expectations,
      (SELECT count(*)::int FROM "TrainingSession" t WHERE t."meetingId" = m.id) AS sessions
    FROM "Meeting" m JOIN "Organisation" h ON h.id = m."hostId" WHERE m.id = ${id}::uuid AND ${visibleSql(actor)}`);
  if (!row) return null;
  return {
    ...row,
    approvals: row.approvals.map((approval) => ({ ...approval, approvedAt: new Date(approval.approvedAt) })),
    submissions: row.submissions.map((report) => ({ ...report, submittedAt: new Date(report.submittedAt) })),
    expectations: row.expectations.map((one) => ({ ...one, metAt: one.metAt === null ? null : new Date(one.metAt) })),
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
  if (!actor.organisation.parentId || isDinkes(actor)) return [];
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
