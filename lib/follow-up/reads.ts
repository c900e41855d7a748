import { type Actor, isPuskesmas } from "@/lib/actor";
import { db } from "@/lib/db";
import { awaitsCheck, isIn, isOpenSql, narrowed, type Reach, reachOf } from "@/lib/follow-up/filter";
import type { FollowUpFilter, FollowUpState } from "@/lib/follow-up/schema";
import {
  isVisibleSql,
  isWide,
  itemsStatement,
  type ListedItem,
  listScope,
  ofScope,
  type Scope,
  selectItems,
} from "@/lib/plan/item-query";
import { dayOf } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

export const itemsPerPage = 25;

export type ItemCounts = {
  overdue: number;
  dueSoon: number;
  open: number;
  done: number;
  waiting: number;
};

function countStatement(condition: Prisma.Sql, today: string, reach: Reach): Prisma.Sql {
  return Prisma.sql`
    SELECT count(*) FILTER (WHERE ${isIn("terlambat", today, reach)})::int AS overdue,
           count(*) FILTER (WHERE ${isIn("segera", today, reach)})::int AS "dueSoon",
           count(*) FILTER (WHERE ${isOpenSql})::int AS open,
           count(*) FILTER (WHERE t.status = 'DONE')::int AS done,
           -- Few wait: they are counted by their ids, not looked for in every row.
           (SELECT count(*)::int FROM "ActionItem" t WHERE ${condition} AND ${awaitsCheck(reach)}) AS waiting
    FROM "ActionItem" t WHERE ${condition}`;
}

/** Of an office with many puskesmas: what is kept of each (lib/matrix/summary.ts), and the few that wait. */
function keptCounts(actor: Actor): Prisma.Sql {
  const ids = Prisma.sql`SELECT o.id FROM "Organisation" o WHERE o.kind = 'PUSKESMAS' AND ${organisationsWithinSql(actor, "o")}`;
  return Prisma.sql`
    SELECT coalesce(sum(s.overdue), 0)::int AS overdue, coalesce(sum(s.open), 0)::int AS open,
      (SELECT coalesce(sum(f."inTime" + f.late), 0)::int FROM "PlanSummary" f WHERE f."puskesmasId" IN (${ids})) AS done,
      coalesce(sum(s."dueSoon"), 0)::int AS "dueSoon",
      (SELECT count(*)::int FROM "ActionItem" t WHERE ${awaitsCheck({ of: actor })} AND ${isVisibleSql(actor)}) AS waiting
    FROM "PuskesmasSummary" s WHERE s."puskesmasId" IN (${ids})`;
}

function isPlain({ status: _status, halaman: _page, dinkes: _office, rtl, ...filter }: FollowUpFilter): boolean {
  return rtl.length === 0 && Object.values(filter).every((value) => !value);
}

async function count(statement: Prisma.Sql): Promise<ItemCounts> {
  const [counts] = await db.$queryRaw<ItemCounts[]>(statement);
  return counts ?? { overdue: 0, dueSoon: 0, open: 0, done: 0, waiting: 0 };
}

/** @param today the calendar day in the actor's zone */
export async function countActionItems(actor: Actor, today: string): Promise<ItemCounts> {
  const scope = await listScope(actor);
  return count(isWide(scope) ? keptCounts(actor) : countStatement(ofScope(actor, scope), today, scope));
}

export function orderOf(state: FollowUpState): Prisma.Sql {
  return state === "selesai" || state === "batal" || state === "semua"
    ? Prisma.sql`t.deadline DESC, t.number, t.id`
    : Prisma.sql`t.deadline, t.number, t.id`;
}

export function followUpStatements(actor: Actor, scope: Scope, filter: FollowUpFilter, today: string) {
  const base = narrowed(actor, scope, filter);
  const reach = reachOf(actor, scope);
  const condition = Prisma.sql`${base} AND ${isIn(filter.status, today, reach)}`;
  const page = { take: itemsPerPage + 1, skip: (filter.halaman - 1) * itemsPerPage };
  const isKept = isWide(scope) && isPlain(filter);
  return {
    counts: isKept ? keptCounts(actor) : countStatement(base, today, reach),
    rows: itemsStatement(condition, orderOf(filter.status), page),
  };
}

export async function listFollowUps(actor: Actor, filter: FollowUpFilter, now: Date) {
  const today = dayOf(now, actor.organisation.timeZone);
  const scope = await listScope(actor);
  const statements = followUpStatements(actor, scope, filter, today);
  const [counts, rows] = await Promise.all([count(statements.counts), db.$queryRaw<ListedItem[]>(statements.rows)]);
  return { items: rows.slice(0, itemsPerPage), hasMore: rows.length > itemsPerPage, counts, scope, today };
}

const mostChosen = 200;

/** Open rows that are ticked, or of a filter, to be given to somebody else; those that come first. */
export async function listReassignable(actor: Actor, filter: FollowUpFilter, now: Date) {
  const today = dayOf(now, actor.organisation.timeZone);
  const scope = await listScope(actor);
  const open = Prisma.sql`${narrowed(actor, scope, filter)} AND ${isOpenSql} AND ${isIn(filter.status, today, reachOf(actor, scope))}`;
  return { items: await selectItems(open, orderOf("belum"), { take: mostChosen }), today };
}

export async function listScopeVillages(scope: Scope) {
  return db.area.findMany({
    where: { workingAreas: { some: { puskesmasId: { in: scope.map((puskesmas) => puskesmas.id) } } } },
    orderBy: [{ name: "asc" }, { code: "asc" }],
    take: 1000,
    select: { code: true, name: true, parent: { select: { name: true } } },
  });
}

export type NeedingAttention = Pick<
  ListedItem,
  "id" | "meetingId" | "number" | "activity" | "deadline" | "status" | "percent"
> & {
  puskesmas: string[];
} & ({ reason: "overdue" } | { reason: "comment"; author: string; text: string; at: Date });

const commentDays = { puskesmas: 120, dinkes: 14 };

/** @param limit how many at most */
export async function listItemsNeedingAttention(actor: Actor, now: Date, limit: number): Promise<NeedingAttention[]> {
  if (actor.role === "PUSKESMAS_READER") return [];
  const today = dayOf(now, actor.organisation.timeZone);
  const visible = ofScope(actor, await listScope(actor));
  const days = isPuskesmas(actor) ? commentDays.puskesmas : commentDays.dinkes;
  const since = new Date(now.getTime() - days * 86_400_000);
  const rows = await db.$queryRaw<
    (Omit<NeedingAttention, "reason"> & { author: string | null; text: string | null; at: Date | null })[]
  >`
    SELECT x.*, (
      SELECT array_agg(p.name ORDER BY p.id <> m."hostId", p.name)
      FROM "MeetingOrganiser" g JOIN "Organisation" p ON p.id = g."puskesmasId"
      WHERE g."meetingId" = m.id AND g."agreedAt" IS NOT NULL
    ) AS puskesmas
    FROM (
      (SELECT 1 AS rank, t.id, t."meetingId", t.number, t.activity, to_char(t.deadline, 'YYYY-MM-DD') AS deadline,
         t.status::text AS status, t.percent, c.author, c.text, c."createdAt" AS at
       FROM "Comment" c
       JOIN "ActionItem" t ON t.id = c."itemId"
       WHERE c."createdAt" > ${since} AND c."authorId" IS NOT NULL AND c."byDinkes" = ${isPuskesmas(actor)}
         AND ${visible}
         AND NOT EXISTS (SELECT 1 FROM "Comment" n WHERE n."itemId" = c."itemId" AND n."createdAt" > c."createdAt")
         AND NOT EXISTS (SELECT 1 FROM "CommentClosing" z WHERE z."commentId" = coalesce(c."answersId", c.id))
       ORDER BY c."createdAt" DESC LIMIT ${limit})
      UNION ALL
      (SELECT 2, t.id, t."meetingId", t.number, t.activity, to_char(t.deadline, 'YYYY-MM-DD'),
         t.status::text, t.percent, NULL, NULL, NULL
       FROM "ActionItem" t WHERE ${visible} AND ${isIn("terlambat", today, [])}
       ORDER BY t.deadline, t.id LIMIT ${limit})
    ) x
    JOIN "Meeting" m ON m.id = x."meetingId"
    ORDER BY x.rank, x.at DESC, x.deadline, x.id
    LIMIT ${limit}`;
  return rows.map(({ author, text, at, ...row }) =>
    author !== null && text !== null && at !== null
      ? { ...row, reason: "comment", author, text, at }
      : { ...row, reason: "overdue" },
  );
}
