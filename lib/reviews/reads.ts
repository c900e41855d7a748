import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { whoAgreed } from "@/lib/meetings/organised";
import { keptContent } from "@/lib/reviews/content";
import { gatherContent } from "@/lib/reviews/gather";
import type { ReportFilter, ReportFilterState } from "@/lib/reviews/schema";
import { reportsVisibleTo, waitingFor } from "@/lib/reviews/visible";
import { dayOf, daysBetween } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import type { Prisma } from "@/prisma/generated/client";

export const reportsPerPage = 30;

const ofState: Record<ReportFilterState, Prisma.SubmissionWhereInput> = {
  menunggu: { settledAt: null },
  ditinjau: { review: { decision: { not: "RETURNED" } } },
  dikembalikan: { review: { decision: "RETURNED" } },
  semua: {},
};

const listed = {
  id: true,
  number: true,
  submitter: true,
  submittedAt: true,
  settledAt: true,
  dinkesId: true,
  dinkes: { select: { name: true } },
  review: { select: { decision: true, reviewer: true, reviewedAt: true } },
  meeting: {
    select: {
      id: true,
      title: true,
      kind: true,
      year: true,
      period: true,
      startsAt: true,
      timeZone: true,
      host: { select: { name: true } },
    },
  },
} satisfies Prisma.SubmissionSelect;

/**
 * Reports of a list: those that the own puskesmas organised; those that came to the own office or an office below, of
 * hosts that the actor sees. The offices are named, so that their reports are found by an index.
 */
async function reportsListedFor(actor: Actor): Promise<Prisma.SubmissionWhereInput> {
  if (isPuskesmas(actor)) return reportsVisibleTo(actor);
  const within = organisationsWithin(actor);
  const offices = await db.organisation.findMany({
    where: { AND: [within, { kind: { in: ["DISTRICT_DINKES", "PROVINCIAL_DINKES", "MINISTRY"] } }] },
    select: { id: true },
  });
  return { dinkesId: { in: offices.map(({ id }) => id) }, meeting: { host: within } };
}

/** A page of reports: those that wait the oldest first, others the newest first. */
export async function listReports(actor: Actor, filter: ReportFilter, now: Date) {
  const { keadaan, puskesmas, halaman } = filter;
  const direction = keadaan === "menunggu" ? "asc" : "desc";
  const rows = await db.submission.findMany({
    where: {
      AND: [await reportsListedFor(actor), ofState[keadaan], puskesmas ? { meeting: { hostId: puskesmas } } : {}],
    },
    orderBy: [{ submittedAt: direction }, { id: direction }],
    skip: (halaman - 1) * reportsPerPage,
    take: reportsPerPage + 1,
    select: listed,
  });
  return {
    reports: rows.slice(0, reportsPerPage).map((row) => ({ ...row, age: ageInDays(row, now) })),
    hasMore: rows.length > reportsPerPage,
  };
}

export type ListedReport = Awaited<ReturnType<typeof listReports>>["reports"][number];

type Aged = { submittedAt: Date; settledAt: Date | null; meeting: { timeZone: string } };

/** Whole days since it was sent; of one that waits no longer, until then. */
function ageInDays({ submittedAt, settledAt, meeting: { timeZone } }: Aged, now: Date): number {
  return daysBetween(dayOf(submittedAt, timeZone), dayOf(settledAt ?? now, timeZone));
}

export type Queue = { count: number; oldestDays: number | null; firstId: string | null };

export async function findQueue(actor: Actor, now: Date): Promise<Queue> {
  const where = waitingFor(actor);
  const [count, first] = await Promise.all([
    db.submission.count({ where }),
    db.submission.findFirst({
      where,
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      select: { id: true, submittedAt: true, settledAt: true, meeting: { select: { timeZone: true } } },
    }),
  ]);
  return { count, oldestDays: first && ageInDays(first, now), firstId: first?.id ?? null };
}

export type OfficeQueue = { id: string; name: string; count: number; oldest: Date | null };

/** What waits at each office below, the longest waiting first: in one statement, which looks for no host by a join. */
export async function listQueuesBelow(actor: Actor): Promise<OfficeQueue[]> {
  return db.$queryRaw<OfficeQueue[]>`
    SELECT d.id, d.name, count(*)::int AS count, min(s."submittedAt") AS oldest
    FROM "Organisation" d JOIN "Submission" s ON s."dinkesId" = d.id AND s."settledAt" IS NULL
    WHERE ${organisationsWithinSql(actor, "d")} AND d.id <> ${actor.organisation.id}::uuid
      AND d.kind IN ('DISTRICT_DINKES', 'PROVINCIAL_DINKES', 'MINISTRY')
      AND (SELECT m."hostId" FROM "Meeting" m WHERE m.id = s."meetingId") IN (
        SELECT p.id FROM "Organisation" p WHERE ${organisationsWithinSql(actor, "p")})
    GROUP BY d.id, d.name ORDER BY oldest, d.id`;
}

export type Neighbours = { previous: string | null; next: string | null; place: number; count: number };

/** Where a report is in the queue of the actor's office; of one that left it, what was before and after it. */
export async function findNeighbours(actor: Actor, report: { id: string; submittedAt: Date }): Promise<Neighbours> {
  const waiting = waitingFor(actor);
  const { id, submittedAt } = report;
  const earlier: Prisma.SubmissionWhereInput = {
    OR: [{ submittedAt: { lt: submittedAt } }, { submittedAt, id: { lt: id } }],
  };
  const later: Prisma.SubmissionWhereInput = {
    OR: [{ submittedAt: { gt: submittedAt } }, { submittedAt, id: { gt: id } }],
  };
  const [before, count, previous, next] = await Promise.all([
    db.submission.count({ where: { AND: [waiting, earlier] } }),
    db.submission.count({ where: waiting }),
    db.submission.findFirst({
      where: { AND: [waiting, earlier] },
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      select: { id: true },
    }),
    db.submission.findFirst({
      where: { AND: [waiting, later] },
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      select: { id: true },
    }),
  ]);
  return { previous: previous?.id ?? null, next: next?.id ?? null, place: before + 1, count };
}

/** One revision with what was sent, and all revisions of its meeting; null where there is none the actor may see. */
export async function findReport(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const found = await db.submission.findFirst({
    where: { AND: [{ id }, reportsVisibleTo(actor)] },
    select: {
      id: true,
      number: true,
      note: true,
      submitter: true,
      submittedAt: true,
      settledAt: true,
      dinkesId: true,
      content: true,
      dinkes: { select: { name: true } },
      review: { select: { decision: true, text: true, reviewer: true, reviewedAt: true } },
      meeting: {
        select: {
          id: true,
          title: true,
          kind: true,
          year: true,
          period: true,
          startsAt: true,
          closedAt: true,
          timeZone: true,
          hostId: true,
          host: { select: { id: true, name: true } },
          organisers: { ...whoAgreed, select: { puskesmasId: true } },
          submissions: {
            orderBy: { number: "asc" },
            select: { id: true, number: true, submittedAt: true, review: { select: { decision: true } } },
          },
        },
      },
    },
  });
  if (!found) return null;
  const kept = keptContent(found.content);
  return {
    ...found,
    /** False: what was sent is not known, this is what the meeting says now. */
    isKept: kept !== null,
    content: kept ?? (await gatherContent(db, found.meeting.id)),
  };
}

export type FoundReport = NonNullable<Awaited<ReturnType<typeof findReport>>>;

/** Whether a report came to the actor's own office, though he may not see it any more. */
export async function isOfOwnOffice(actor: Actor, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const found = await db.submission.findFirst({
    where: { id, dinkesId: actor.organisation.id },
    select: { id: true },
  });
  return found !== null;
}

/** What was decided about a report, for the notice on the next page. */
export async function findDecided(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const found = await db.submission.findFirst({
    where: { AND: [{ id }, reportsVisibleTo(actor)] },
    select: {
      review: { select: { decision: true } },
      meeting: { select: { title: true, host: { select: { name: true } } } },
    },
  });
  if (!found?.review) return null;
  return { id, decision: found.review.decision, title: found.meeting.title, host: found.meeting.host.name };
}
