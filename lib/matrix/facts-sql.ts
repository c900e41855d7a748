// What is counted per puskesmas, live. lib/matrix/summary.ts keeps the same rows for offices with more puskesmas.
import { reportOfMeeting } from "@/lib/approvals/report-sql";
import { soonDays } from "@/lib/plan/rules";
import { addDays } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";

/** A statement that selects ids of puskesmas, narrowed already. */
export type Puskesmas = Prisma.Sql;
/** Years that are read, both included; null: all. */
export type Years = { from: number; to: number } | null;

/** A Lokmin may be held well before or after the period it is set for; the index only needs a bound. */
function begunWithin(years: Years): Prisma.Sql {
  if (!years) return Prisma.empty;
  const from = new Date(Date.UTC(years.from - 1, 0, 1));
  const to = new Date(Date.UTC(years.to + 2, 0, 1));
  return Prisma.sql`AND g."startsAt" >= ${from} AND g."startsAt" < ${to}`;
}

const localDay = (instant: string, zone: string) => Prisma.raw(`(${instant} AT TIME ZONE ${zone})::date`);

/** The one Lokmin of each period: where there are two, the one that is further. */
export function periodFacts(puskesmas: Puskesmas, years: Years): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (g."puskesmasId", m.year, m.kind, m.period)
      g."puskesmasId", m.year, m.kind, m.period, m.id AS "meetingId", m.status,
      ${localDay(`m."startsAt"`, `m."timeZone"`)} AS day, s."isApproved", s."reportState",
      ${localDay(`f."submittedAt"`, `m."timeZone"`)} AS "reportedOn"
    FROM "MeetingOrganiser" g
    JOIN "Meeting" m ON m.id = g."meetingId"
    ${reportOfMeeting}
    LEFT JOIN "Submission" f ON f."meetingId" = m.id AND f.number = 1
    WHERE g."puskesmasId" IN (${puskesmas}) AND g."agreedAt" IS NOT NULL ${begunWithin(years)}
      ${years ? Prisma.sql`AND m.year BETWEEN ${years.from} AND ${years.to}` : Prisma.empty}
      AND m.kind IN ('MONTHLY_LOKMIN', 'QUARTERLY_LOKMIN') AND m.status NOT IN ('CANCELLED', 'DRAFT')
    ORDER BY g."puskesmasId", m.year, m.kind, m.period, s."isReported" DESC, s."isApproved" DESC,
      array_position(ARRAY['CLOSED', 'IN_PROGRESS', 'SCHEDULED', 'POSTPONED'], m.status::text), m."startsAt"`;
}

/** The day since which the row "t" is done without a break; what the check of a report did not accept counts for nothing. */
const doneOn = Prisma.sql`
  SELECT min(p."createdAt") AS at FROM "ProgressReport" p
  WHERE p."itemId" = t.id AND p.status = 'DONE'
    AND NOT EXISTS (SELECT 1 FROM "ReportCheck" c WHERE c."reportId" = p.id AND NOT c."isAccepted")
    AND NOT EXISTS (SELECT 1 FROM "ProgressReport" n
      WHERE n."itemId" = t.id AND n."createdAt" > p."createdAt" AND n.status <> 'DONE')`;

/** Rows of the plan by the quarter in which they are due; a joint Lokmin's count for each of its puskesmas. */
export function planFacts(puskesmas: Puskesmas, years: Years, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT g."puskesmasId", extract(year FROM t.deadline)::int AS year, extract(quarter FROM t.deadline)::int AS quarter,
      count(*) FILTER (WHERE t.status = 'DONE' AND coalesce((d.at AT TIME ZONE m."timeZone")::date, t.deadline) <= t.deadline)::int AS "inTime",
      count(*) FILTER (WHERE t.status = 'DONE' AND (d.at AT TIME ZONE m."timeZone")::date > t.deadline)::int AS late,
      count(*) FILTER (WHERE t.status <> 'DONE' AND t.deadline < ${today}::date)::int AS overdue,
      count(*) FILTER (WHERE t.status <> 'DONE' AND t.deadline >= ${today}::date)::int AS pending
    FROM "MeetingOrganiser" g
    JOIN "Meeting" m ON m.id = g."meetingId"
    JOIN "ActionItem" t ON t."meetingId" = m.id
    LEFT JOIN LATERAL (${doneOn}) d ON t.status = 'DONE'
    WHERE g."puskesmasId" IN (${puskesmas}) AND g."agreedAt" IS NOT NULL AND t.status <> 'CANCELLED'
      ${
        years
          ? Prisma.sql`AND t.deadline BETWEEN make_date(${years.from}::int, 1, 1) AND make_date(${years.to}::int, 12, 31)
            AND g."startsAt" < ${new Date(Date.UTC(years.to + 1, 0, 2))}`
          : Prisma.empty
      }
    GROUP BY 1, 2, 3`;
}

export function sectorFacts(puskesmas: Puskesmas, years: Years): Prisma.Sql {
  return Prisma.sql`
    SELECT g."puskesmasId", m.year, m.period AS quarter, i.sector, count(*)::int AS invited,
      count(*) FILTER (WHERE t.status = 'PRESENT')::int AS came,
      count(*) FILTER (WHERE t.status = 'REPRESENTED')::int AS represented
    FROM "MeetingOrganiser" g
    JOIN "Meeting" m ON m.id = g."meetingId"
    JOIN "Invitation" i ON i."meetingId" = m.id
    LEFT JOIN "Attendance" t ON t."invitationId" = i.id AND t."confirmedAt" IS NOT NULL
    WHERE g."puskesmasId" IN (${puskesmas}) AND g."agreedAt" IS NOT NULL ${begunWithin(years)}
      ${years ? Prisma.sql`AND m.year BETWEEN ${years.from} AND ${years.to}` : Prisma.empty}
      AND m.kind = 'QUARTERLY_LOKMIN' AND m.status = 'CLOSED'
    GROUP BY 1, 2, 3, 4`;
}

/** What is open now and when its own staff last did something; a row for each puskesmas. */
export function currentFacts(puskesmas: Puskesmas, today: string): Prisma.Sql {
  return Prisma.sql`
    SELECT o.id AS "puskesmasId", r.open, r.overdue, r."dueSoon", r."ageDays", r."oldestOn", e."lastActiveAt"
    FROM "Organisation" o
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS open, count(*) FILTER (WHERE t.deadline < ${today}::date)::int AS overdue,
        count(*) FILTER (WHERE t.deadline BETWEEN ${today}::date AND ${addDays(today, soonDays)}::date)::int AS "dueSoon",
        coalesce(sum(${today}::date - b.day), 0)::int AS "ageDays", min(b.day) AS "oldestOn"
      FROM "MeetingOrganiser" g
      JOIN "Meeting" m ON m.id = g."meetingId"
      JOIN "ActionItem" t ON t."meetingId" = g."meetingId" AND t.status IN ('NOT_STARTED', 'IN_PROGRESS')
      CROSS JOIN LATERAL (SELECT LEAST(${localDay(`m."startsAt"`, `m."timeZone"`)}, ${today}::date) AS day) b
      WHERE g."puskesmasId" = o.id AND g."agreedAt" IS NOT NULL
    ) r
    LEFT JOIN LATERAL (
      SELECT e.at AS "lastActiveAt" FROM "Event" e
      JOIN "User" u ON u.id = e."userId" AND u."organisationId" = o.id
      WHERE e."organisationId" = o.id ORDER BY e.id DESC LIMIT 1
    ) e ON true
    WHERE o.id IN (${puskesmas})`;
}
