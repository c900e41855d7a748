import { type Actor, isPuskesmas } from "@/lib/actor";
import { readRows } from "@/lib/db";
import { countColumns, countsWhere, type MeetingCounts } from "@/lib/meetings/counts";
import { filterSql, type Listed, type MeetingFilter, meetingsPerPage, withCounts } from "@/lib/meetings/reads";
import { listedSql } from "@/lib/meetings/visible-sql";
import { addDays, toInstant } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import type { MeetingStatus } from "@/prisma/generated/client";
import { Prisma } from "@/prisma/generated/client";

/** What stands beside the list; counted and named for the same filter, whatever the state. */
export type BesideList = {
  states: Partial<Record<MeetingStatus, number>>;
  month: { title: string; startsAt: string; endsAt: string | null; timeZone: string }[];
};

type Asked = MeetingFilter & {
  today: string;
  /** The month of the calendar beside the list, "2026-12"; none where an office has too many puskesmas to look through. */
  month: string | null;
};

const mostOfMonth = 400;

/** A row says who will come to what is ahead, and what was done in what was held: the rest is most of the work. */
const shownCounts = countsWhere({
  answers: Prisma.sql`m.status IN ('DRAFT', 'SCHEDULED', 'POSTPONED')`,
  results: Prisma.sql`m.status IN ('IN_PROGRESS', 'CLOSED')`,
  host: Prisma.sql`m."hostId"`,
});

const runningDays = 7;

/** A page of meetings, those to come before those that are over, with what is shown beside them: one statement. */
export async function listMeetingPage(actor: Actor, { today, month, ...filter }: Asked) {
  const page = Math.max(1, filter.page ?? 1);
  const listed = listedBy(actor);
  const from = Prisma.sql`${listed.from} AND ${filterSql(filter)}`;
  const { timeZone } = actor.organisation;
  const beside = month === null ? Prisma.sql`NULL` : besideSql({ from: listed.from, month, timeZone }, filter);
  const { isUpcoming, isPast } = partsOf(today, timeZone);
  const until = page * meetingsPerPage + 1;
  const columns = Prisma.raw(
    `m.id, m."hostId", m.kind::text AS kind, m.status::text AS status, m.title, m.year, m.period, m."startsAt", m."endsAt", m."timeZone", m.place`,
  );
  const order = Prisma.raw(
    `m."isUpcoming" DESC, CASE WHEN m."isUpcoming" THEN m."startsAt" END, m."startsAt" DESC, m.id DESC`,
  );
  const rows = await readRows<Row>(Prisma.sql`
    ${listed.found}
    SELECT m.*, ${countColumns}, CASE WHEN m.nth = 1 THEN (${beside}) END AS beside
    FROM (
      SELECT m.*, row_number() OVER (ORDER BY ${order}) AS nth FROM (
        (SELECT ${columns}, true AS "isUpcoming" FROM ${from} AND ${isUpcoming}
          ORDER BY m."startsAt", m.id DESC LIMIT ${until})
        UNION ALL
        (SELECT ${columns}, false FROM ${from} AND ${isPast}
          ORDER BY m."startsAt" DESC, m.id DESC LIMIT ${until})
      ) m
      ORDER BY ${order} LIMIT ${meetingsPerPage + 1} OFFSET ${(page - 1) * meetingsPerPage}
    ) m
    ${shownCounts}
    ORDER BY m.nth`);
  const found = rows.slice(0, meetingsPerPage).map(({ nth: _n, beside: _b, isUpcoming: upcoming, ...row }) => ({
    ...withCounts(row),
    isUpcoming: upcoming,
  }));
  const first = rows[0]?.beside ?? (month === null ? null : await readBeside(listed.found, beside));
  return { meetings: found, page, hasMore: rows.length > meetingsPerPage, beside: first };
}

type Row = Listed & MeetingCounts & { isUpcoming: boolean; nth: string; beside: BesideList | null };

/** Where no meeting is listed, or not on the first row of a page. */
async function readBeside(found: Prisma.Sql, statement: Prisma.Sql): Promise<BesideList | null> {
  const [row] = await readRows<{ beside: BesideList }>(Prisma.sql`${found} SELECT (${statement}) AS beside`);
  return row?.beside ?? null;
}

/** To come is what begins from today on and is not over, and what runs since a few days. */
function partsOf(today: string, timeZone: string) {
  const begins = toInstant(today, "00:00", timeZone);
  const ends = toInstant(addDays(today, 1), "00:00", timeZone);
  const since = toInstant(addDays(today, -runningDays), "00:00", timeZone);
  const isUpcoming = Prisma.sql`(m."startsAt" >= ${since} AND (m."startsAt" >= ${ends}
    OR (m."startsAt" >= ${begins} AND m.status NOT IN ('CLOSED', 'CANCELLED')) OR m.status = 'IN_PROGRESS'))`;
  return { isUpcoming, isPast: Prisma.sql`m."startsAt" < ${ends} AND NOT ${isUpcoming}` };
}

/**
 * Meetings m that the actor lists. A puskesmas's own are found once, by its id: in the order of time they would be looked
 * for among those of all, each of which the policy is asked about.
 */
function listedBy(actor: Actor): { found: Prisma.Sql; from: Prisma.Sql } {
  if (!isPuskesmas(actor)) return { found: Prisma.empty, from: Prisma.sql`"Meeting" m WHERE ${listedSql(actor)}` };
  const found = Prisma.sql`WITH listed AS MATERIALIZED (
    SELECT e.* FROM "MeetingOrganiser" g JOIN "Organisation" o ON o.id = g."puskesmasId"
    CROSS JOIN LATERAL (
      SELECT id, "hostId", kind, status, title, year, period, "startsAt", "endsAt", "timeZone", place
      FROM "Meeting" WHERE id = g."meetingId" OFFSET 0
    ) e
    WHERE g."agreedAt" IS NOT NULL AND ${organisationsWithinSql(actor, "o")})`;
  return { found, from: Prisma.sql`listed m WHERE true` };
}

type Beside = { from: Prisma.Sql; month: string; timeZone: string };

function besideSql({ from, month, timeZone }: Beside, { status: _s, day: _d, ...filter }: MeetingFilter): Prisma.Sql {
  const { kind, puskesmasId, words } = filter;
  const begins = toInstant(`${month}-01`, "00:00", timeZone);
  const ends = toInstant(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, "00:00", timeZone);
  return Prisma.sql`SELECT json_build_object(
    'states', (SELECT coalesce(json_object_agg(x.status, x.n), '{}') FROM (
      SELECT m.status, count(*)::int AS n FROM ${from} AND ${filterSql(filter)}
      GROUP BY m.status) x),
    'month', (SELECT coalesce(json_agg(x ORDER BY x."startsAt"), '[]') FROM (
      SELECT m.title, m."startsAt", m."endsAt", m."timeZone" FROM ${from}
        AND ${filterSql({ kind, puskesmasId, words })} AND m.status <> 'CANCELLED'
        AND m."startsAt" < ${ends} AND coalesce(m."endsAt", m."startsAt") >= ${begins}
      ORDER BY m."startsAt" LIMIT ${mostOfMonth}) x))`;
}
