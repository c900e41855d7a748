// Carried-over rows: what earlier meetings of the same forum agreed and left open.

import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { awaitsCheck, isOpenSql } from "@/lib/follow-up/filter";
import { findMeeting, visibleTo } from "@/lib/meetings/reads";
import { type ListedItem, selectItems } from "@/lib/plan/item-query";
import { dateToDay } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";
import type { ReviewOutcome } from "@/prisma/generated/enums";

export const carriedItemsAtMost = 300;

/** Earlier meetings of the same forum. @param whose condition on an organiser "g" of the meeting "m" */
export function earlierOfForum(id: Prisma.Sql, whose: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
      SELECT e.id FROM "Meeting" m
      JOIN "MeetingOrganiser" g ON g."meetingId" = m.id AND g."agreedAt" IS NOT NULL AND ${whose}
      JOIN "MeetingOrganiser" h ON h."puskesmasId" = g."puskesmasId" AND h."agreedAt" IS NOT NULL
      JOIN "Meeting" e ON e.id = h."meetingId"
      WHERE m.id = ${id} AND ${isOfForum} AND e."startsAt" < m."startsAt"
        AND e.status NOT IN ('DRAFT', 'CANCELLED')
        AND (m.kind <> 'PRE_LOKMIN' OR e."typeKey" IS NOT DISTINCT FROM m."typeKey")`;
}

/**
 * Open at the meeting's start, or when it was entered if later, never after it was closed; now while it is ahead.
 * @param whose condition on an organiser "g" of the meeting "m"
 */
function isCarriedInto(meeting: string | Prisma.Sql, whose: Prisma.Sql): Prisma.Sql {
  const id = idOf(meeting);
  const isOpenNow = Prisma.sql`(${isOpenSql} OR ${awaitsCheck(Prisma.sql`
    SELECT "puskesmasId" FROM "MeetingOrganiser" WHERE "meetingId" = ${id} AND "agreedAt" IS NOT NULL`)})`;
  return Prisma.sql`(t."meetingId" = ANY(ARRAY(
      ${earlierOfForum(id, whose)}))
    AND (
      SELECT t."createdAt" <= coalesce(v."closedAt", 'infinity')
        -- What is over and was not reported on or accepted since was over then: most rows are asked no further.
        AND (${isOpenNow} OR v.began < now() AND EXISTS (
          SELECT 1 FROM "ProgressReport" n LEFT JOIN "ReportCheck" k ON k."reportId" = n.id
          WHERE n."itemId" = t.id AND GREATEST(n."createdAt", k."checkedAt") > v.began))
        AND (v.began >= now() OR coalesce((
          SELECT p.status IN ('NOT_STARTED', 'IN_PROGRESS') OR (p."ownerLinkId" IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM "ReportCheck" k
            WHERE k."reportId" = p.id AND k."isAccepted" AND k."checkedAt" <= v.began))
          FROM "ProgressReport" p WHERE p."itemId" = t.id AND p."createdAt" <= v.began
          ORDER BY p."createdAt" DESC, p.id DESC LIMIT 1), true))
      FROM (SELECT "closedAt", LEAST(GREATEST("startsAt", "createdAt"), "closedAt") AS began FROM "Meeting" WHERE id = ${id}) v))`;
}

/** Of earlier meetings of the kind; what a visit left open, the next Lokmin of the puskesmas looks at too. */
const isOfForum = Prisma.sql`(e.kind = m.kind
  OR e.kind = 'COACHING_VISIT' AND m.kind IN ('MONTHLY_LOKMIN', 'QUARTERLY_LOKMIN'))`;

/** A visit's host is the Dinkes, which is no organiser: what it looks at is the visited's. */
const ofHost = Prisma.sql`(g."puskesmasId" = m."hostId" OR m.kind = 'COACHING_VISIT')`;

function ofActor(actor: Actor): Prisma.Sql {
  return Prisma.sql`g."puskesmasId" IN (SELECT o.id FROM "Organisation" o WHERE ${organisationsWithinSql(actor, "o")})`;
}

function isReviewedIn(meeting: string | Prisma.Sql): Prisma.Sql {
  return Prisma.sql`t.id = ANY(ARRAY(SELECT w."itemId" FROM "ItemReview" w WHERE w."meetingId" = ${idOf(meeting)}))`;
}

function idOf(meeting: string | Prisma.Sql): Prisma.Sql {
  return typeof meeting === "string" ? Prisma.sql`${meeting}::uuid` : meeting;
}

/** @param meeting the column with the meeting's id, under a name of its own: "wanted.id" */
export function unreviewedCountOf(meeting: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(*)::int FROM "ActionItem" t WHERE ${isCarriedInto(meeting, ofHost)} AND NOT ${isReviewedIn(meeting)})`;
}

/** @param tx the transaction that holds the meeting's lock (holdMeeting): every review waits for it */
export async function countUnreviewed(tx: Db, meetingId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT ${unreviewedCountOf(idOf(meetingId))} AS count`;
  return row?.count ?? 0;
}

export async function isCarriedItem(tx: Db, actor: Actor, meetingId: string, itemId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ActionItem" t WHERE t.id = ${itemId}::uuid AND ${isCarriedInto(meetingId, ofActor(actor))}`;
  return rows.length > 0;
}

export async function countCarriedItems(actor: Actor, meetingId: string): Promise<{ all: number; unreviewed: number }> {
  const none = { all: 0, unreviewed: 0 };
  if (!(await findMeeting(actor, meetingId))) return none;
  const isReviewed = isReviewedIn(meetingId);
  const [row] = await db.$queryRaw<{ all: number; unreviewed: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE NOT ${isReviewed}))::int AS unreviewed
    FROM "ActionItem" t WHERE ${isReviewed} OR ${isCarriedInto(meetingId, ofActor(actor))}`;
  return row ?? none;
}

export type CarriedItemReview = {
  id: string;
  outcome: ReviewOutcome;
  percent: number;
  note: string | null;
  previousDeadline: string | null;
  newDeadline: string | null;
  reason: string | null;
  reportId: string | null;
  reviewer: string;
  reviewedAt: Date;
};

export type CarriedItem = {
  item: ListedItem;
  canOpen: boolean;
  deadline: string;
  /** How often it was continued with a new date, this meeting included: "ditunda ke-2". */
  postponements: number;
  /** Its status in this meeting; null while it has none. */
  review: CarriedItemReview | null;
};

type Page = { take?: number; skip?: number; onlyUnreviewed?: boolean };

/**
 * Carried-over rows of a meeting in the order in which they were agreed, the oldest meeting first; empty where the
 * actor may not see the meeting.
 */
export async function listCarriedItems(actor: Actor, meetingId: string, page: Page = {}): Promise<CarriedItem[]> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting) return [];
  const { take = carriedItemsAtMost, skip = 0, onlyUnreviewed = false } = page;
  const isReviewed = isReviewedIn(meetingId);
  const isCarried = isCarriedInto(meetingId, ofActor(actor));
  const items = await selectItems(
    onlyUnreviewed ? Prisma.sql`${isCarried} AND NOT ${isReviewed}` : Prisma.sql`(${isReviewed} OR ${isCarried})`,
    Prisma.sql`(SELECT a."startsAt" FROM "Meeting" a WHERE a.id = t."meetingId"), t."meetingId", t.number`,
    { take: Math.min(take, carriedItemsAtMost + 1), skip },
  );
  const [reviews, visible] = await Promise.all([
    db.itemReview.findMany({
      where: { itemId: { in: items.map((item) => item.id) } },
      orderBy: { meeting: { startsAt: "asc" } },
      include: { meeting: { select: { startsAt: true } } },
    }),
    db.meeting.findMany({
      where: { AND: [{ id: { in: items.map((item) => item.meetingId) } }, visibleTo(actor)] },
      select: { id: true },
    }),
  ]);
  return items.map((item) => {
    const ofItem = reviews.filter((review) => review.itemId === item.id);
    const here = ofItem.find((review) => review.meetingId === meetingId);
    const isSince = ({ meeting: { startsAt } }: { meeting: { startsAt: Date } }) => startsAt > meeting.startsAt;
    const next = here ?? ofItem.find((review) => isSince(review) && review.previousDeadline);
    const review = here ? asCarriedItemReview(here) : null;
    const canOpen = visible.some(({ id }) => id === item.meetingId);
    return {
      item: review && !canOpen ? asReviewed(item, review) : item,
      canOpen,
      deadline: next?.previousDeadline ? dateToDay(next.previousDeadline) : item.deadline,
      postponements: ofItem.filter((review) => review.outcome === "CONTINUED" && !isSince(review)).length,
      review,
    };
  });
}

function asReviewed(
  item: ListedItem,
  { outcome, percent, newDeadline, previousDeadline }: CarriedItemReview,
): ListedItem {
  return {
    ...item,
    status: outcome === "DONE" || outcome === "CANCELLED" ? outcome : "IN_PROGRESS",
    percent,
    deadline: newDeadline ?? previousDeadline ?? item.deadline,
    lastReportedAt: null,
    lastReporter: null,
    lastNote: null,
    lastCheck: null,
    lastChecker: null,
    isEscalated: outcome === "ESCALATED",
  };
}

type Stored = Prisma.ItemReviewGetPayload<object>;

function asCarriedItemReview(review: Stored): CarriedItemReview {
  const { id, outcome, percent, note, reason, reportId, reviewer, reviewedAt } = review;
  const day = (date: Date | null) => (date ? dateToDay(date) : null);
  return {
    ...{ id, outcome, percent, note, reason, reportId, reviewer, reviewedAt },
    previousDeadline: day(review.previousDeadline),
    newDeadline: day(review.newDeadline),
  };
}
