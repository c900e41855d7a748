import { cellStates, type Period, periods } from "@/lib/matrix/states";
import { dateToDay } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";

export function daysOf({ kind, period }: Period, year: number): { first: string; last: string } {
  const months = kind === "MONTHLY_LOKMIN" ? 1 : 3;
  const from = months === 1 ? period - 1 : period * 3 - 3;
  return {
    first: dateToDay(new Date(Date.UTC(year, from, 1))),
    last: dateToDay(new Date(Date.UTC(year, from + months, 0))),
  };
}

const columns = (year: number) =>
  Prisma.join(
    periods.map((period, place) => {
      const { first, last } = daysOf(period, year);
      return Prisma.sql`(${place}::int, ${period.kind}::"MeetingKind", ${period.period}::int, ${first}::date, ${last}::date)`;
    }),
  );

const countOf = (state: string) => Prisma.sql`count(*) FILTER (WHERE x.state = ${state})`;

/**
 * A line for each row and column: how many puskesmas are in which state (`counts`, in the order of `cellStates`), how
 * many held it and how many by its day, whose report is late; of a single puskesmas also which meeting it is.
 * @param scope a statement with id, "rowId", "monthlyDay", "reportDays", "usedSince"
 * @param facts a statement with the columns of `periodFacts`
 */
export function cellsSql(scope: Prisma.Sql, facts: Prisma.Sql, year: number, today: string): Prisma.Sql {
  return Prisma.sql`
    WITH scope AS (${scope}), facts AS (${facts}), x AS (
      SELECT s."rowId", c.place, f."meetingId", f.status IN ('CLOSED', 'IN_PROGRESS') AS "isHeld",
        f.status IN ('CLOSED', 'IN_PROGRESS') AND f.day <= b.day AS "isInTime",
        f.status = 'CLOSED' AND coalesce(f."reportedOn", ${today}::date) > f.day + s."reportDays" AS "isReportLate",
        (${today}::date > b.day AND NOT b."isBefore") OR coalesce(f.status IN ('CLOSED', 'IN_PROGRESS'), false) AS "isDue",
        CASE
          WHEN f."reportState" = 'REVIEWED' THEN 'reviewed'
          WHEN f."reportState" = 'RETURNED' THEN 'returned'
          WHEN f."reportState" = 'SENT' THEN 'reported'
          WHEN f."isApproved" THEN 'complete'
          WHEN f.status = 'CLOSED' THEN 'held'
          WHEN f.status = 'IN_PROGRESS' THEN 'running'
          WHEN b."isBefore" AND (${today}::date > b.day OR f."meetingId" IS NULL) THEN 'before'
          WHEN ${today}::date > b.day THEN 'missed'
          WHEN f."meetingId" IS NOT NULL THEN 'planned'
          ELSE 'unplanned'
        END AS state
      FROM scope s
      CROSS JOIN (VALUES ${columns(year)}) AS c(place, kind, period, first, last)
      CROSS JOIN LATERAL (
        SELECT CASE WHEN c.kind = 'MONTHLY_LOKMIN' THEN LEAST(c.first + s."monthlyDay" - 1, c.last) ELSE c.last END AS day,
          coalesce(c.last < s."usedSince", false) AS "isBefore"
      ) b
      LEFT JOIN facts f ON f."puskesmasId" = s.id AND f.kind = c.kind AND f.period = c.period
    )
    SELECT x."rowId", x.place, ARRAY[${Prisma.join(cellStates.map(countOf))}]::int[] AS counts,
      (count(*) FILTER (WHERE x."isHeld"))::int AS held, (count(*) FILTER (WHERE x."isInTime"))::int AS "inTime",
      (count(*) FILTER (WHERE x."isDue"))::int AS due,
      (count(*) FILTER (WHERE x."isReportLate"))::int AS "reportLate",
      (count(*) FILTER (WHERE x."isReportLate" AND x.state IN ('held', 'complete')))::int AS "reportOverdue",
      CASE WHEN count(*) = 1 THEN min(x."meetingId"::text) END AS "meetingId"
    FROM x GROUP BY x."rowId", x.place`;
}
