// Old promises: what earlier meetings of the same forum agreed and left open stands in the next one.
import { type ListedItem, selectItems } from "@/lib/action-plans/rows";
import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { findMeeting } from "@/lib/meetings/reads";
import { dateToDay } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";
import type { ReviewOutcome } from "@/prisma/generated/enums";

/** Rows the projector and the minutes show at most; a page of the meeting's own list is shorter. */
export const promisesAtMost = 300;

/**
 * Condition on a row "t": it is an old promise of this meeting.
 *
 * The forum: rows of earlier meetings (by their start; no draft, none cancelled) of the same kind, for a pra-lokmin
 * also of the same type, that share an organiser with this one.
 *
 * The time: what the meeting owes a status is what was open when it began, that is at its start, or when it was
 * entered if that was later, never after it was closed, and now while it lies ahead. Whether a row was open then is
 * what the newest report up to that instant says; a row written down later counts as open, one written down after
 * the meeting was closed does not count. So finishing a row after the meeting changes nothing of what that meeting
 * owed, and a meeting long closed gains nothing. A row that got its status here stays one of its old promises.
 */
function isOldPromiseOf(meeting: string | Prisma.Sql): Prisma.Sql {
  const id = idOf(meeting);
  return Prisma.sql`t."meetingId" = ANY(ARRAY(
      SELECT e.id FROM "Meeting" m
      JOIN "MeetingOrganiser" g ON g."meetingId" = m.id
      JOIN "MeetingOrganiser" h ON h."puskesmasId" = g."puskesmasId"
      JOIN "Meeting" e ON e.id = h."meetingId"
      WHERE m.id = ${id} AND e.kind = m.kind AND e."startsAt" < m."startsAt"
        AND e.status NOT IN ('DRAFT', 'CANCELLED')
        AND (m.kind <> 'PRA_LOKMIN' OR e."typeKey" IS NOT DISTINCT FROM m."typeKey")))
    AND (${isReviewedIn(meeting)} OR (
      t."createdAt" <= coalesce((SELECT "closedAt" FROM "Meeting" WHERE id = ${id}), 'infinity')
      AND CASE WHEN ${began(id)} >= now() THEN ${isOpenNow}
        -- What is over and was not reported on since was over then: most rows are asked no further.
        ELSE (${isOpenNow} OR EXISTS (
            SELECT 1 FROM "ProgressReport" n WHERE n."itemId" = t.id AND n."createdAt" > ${began(id)}))
          AND coalesce((
            SELECT p.status FROM "ProgressReport" p WHERE p."itemId" = t.id AND p."createdAt" <= ${began(id)}
            ORDER BY p."createdAt" DESC, p.id DESC LIMIT 1), 'BELUM_MULAI') IN ('BELUM_MULAI', 'BERJALAN')
        END))`;
}

const isOpenNow = Prisma.sql`t.status IN ('BELUM_MULAI', 'BERJALAN')`;

/** The instant that decides what a meeting owes; worked out once, not for each row. */
function began(id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT LEAST(GREATEST("startsAt", "createdAt"), "closedAt") FROM "Meeting" WHERE id = ${id})`;
}

function isReviewedIn(meeting: string | Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "ItemReview" w WHERE w."itemId" = t.id AND w."meetingId" = ${idOf(meeting)})`;
}

/** An id, or the column of a statement around this one that holds it. */
function idOf(meeting: string | Prisma.Sql): Prisma.Sql {
  return typeof meeting === "string" ? Prisma.sql`${meeting}::uuid` : meeting;
}

/**
 * The same count as a part of a larger statement.
 * @param meeting the column with the meeting's id, under a name of its own: "wanted.id"
 */
export function unreviewedCountOf(meeting: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    SELECT count(*)::int FROM "ActionItem" t WHERE ${isOldPromiseOf(meeting)} AND NOT ${isReviewedIn(meeting)})`;
}

/**
 * How many old promises have no status in this meeting yet: the minutes are not approved before it is 0.
 * @param tx the transaction that holds the meeting's lock (lockMeeting): every review waits for it
 */
export async function countUnreviewed(tx: Db, meetingId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "ActionItem" t
    WHERE ${isOldPromiseOf(meetingId)} AND NOT ${isReviewedIn(meetingId)}`;
  return row?.count ?? 0;
}

/** Whether a row is one of the meeting's old promises, asked under its locks. */
export async function isOldPromise(tx: Db, meetingId: string, itemId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ActionItem" t WHERE t.id = ${itemId}::uuid AND ${isOldPromiseOf(meetingId)}`;
  return rows.length > 0;
}

/** How many old promises a meeting has, and how many of them wait for their status. Nothing of one not visible. */
export async function countOldPromises(actor: Actor, meetingId: string): Promise<{ all: number; unreviewed: number }> {
  const none = { all: 0, unreviewed: 0 };
  if (!(await findMeeting(actor, meetingId))) return none;
  const [row] = await db.$queryRaw<{ all: number; unreviewed: number }[]>`
    SELECT count(*)::int AS all, (count(*) FILTER (WHERE NOT ${isReviewedIn(meetingId)}))::int AS unreviewed
    FROM "ActionItem" t WHERE ${isOldPromiseOf(meetingId)}`;
  return row ?? none;
}

/** The status a row got in a meeting. Days are calendar days. */
export type PromiseReview = {
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

export type OldPromise = {
  /** The row as it stands now. */
  item: ListedItem;
  /** The deadline this meeting found: a later meeting may have moved it on. */
  deadline: string;
  /** How often it was continued with a new date, this meeting included: "ditunda ke-2". */
  postponements: number;
  /** Its status in this meeting; null while it has none. */
  review: PromiseReview | null;
};

type Page = { take?: number; skip?: number; onlyUnreviewed?: boolean };

/**
 * Old promises of a meeting in the order in which they were agreed, the oldest meeting first; empty where the actor
 * may not see the meeting. Owner, desa, percent and last report stand in `item`.
 */
export async function listOldPromises(actor: Actor, meetingId: string, page: Page = {}): Promise<OldPromise[]> {
  const meeting = await findMeeting(actor, meetingId);
  if (!meeting) return [];
  const { take = promisesAtMost, skip = 0, onlyUnreviewed = false } = page;
  const unreviewed = onlyUnreviewed ? Prisma.sql`AND NOT ${isReviewedIn(meetingId)}` : Prisma.empty;
  const items = await selectItems(
    Prisma.sql`${isOldPromiseOf(meetingId)} ${unreviewed}`,
    Prisma.sql`(SELECT a."startsAt" FROM "Meeting" a WHERE a.id = t."meetingId"), t."meetingId", t.number`,
    { take: Math.min(take, promisesAtMost + 1), skip },
  );
  const reviews = await db.itemReview.findMany({
    where: { itemId: { in: items.map((item) => item.id) } },
    orderBy: { meeting: { startsAt: "asc" } },
    include: { meeting: { select: { startsAt: true } } },
  });
  return items.map((item) => {
    const ofItem = reviews.filter((review) => review.itemId === item.id);
    const here = ofItem.find((review) => review.meetingId === meetingId);
    const isSince = ({ meeting: { startsAt } }: { meeting: { startsAt: Date } }) => startsAt > meeting.startsAt;
    const next = here ?? ofItem.find((review) => isSince(review) && review.previousDeadline);
    return {
      item,
      deadline: next?.previousDeadline ? dateToDay(next.previousDeadline) : item.deadline,
      postponements: ofItem.filter((review) => review.outcome === "DILANJUTKAN" && !isSince(review)).length,
      review: here ? asPromiseReview(here) : null,
    };
  });
}

type Stored = Prisma.ItemReviewGetPayload<object>;

function asPromiseReview(review: Stored): PromiseReview {
  const { id, outcome, percent, note, reason, reportId, reviewer, reviewedAt } = review;
  const day = (date: Date | null) => (date ? dateToDay(date) : null);
  return {
    ...{ id, outcome, percent, note, reason, reportId, reviewer, reviewedAt },
    previousDeadline: day(review.previousDeadline),
    newDeadline: day(review.newDeadline),
  };
}
