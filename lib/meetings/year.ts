import { type Actor, isDinkes } from "@/lib/actor";
import { reportOfMeeting } from "@/lib/approvals/report-sql";
import { db } from "@/lib/db";
import { type PeriodMeeting, type PeriodState, periodState } from "@/lib/meetings/year-rules";
import { startOfUseSql } from "@/lib/organisations/start-of-use-sql";
import { dateToDay, dayOf } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

type StripKind = "MONTHLY_LOKMIN" | "QUARTERLY_LOKMIN";

export type PeriodCell = { kind: StripKind; period: number; meetingId: string | null; state: PeriodState };

type Found = PeriodMeeting & { puskesmasId: string; kind: StripKind; period: number; id: string };

export async function listYear(actor: Actor, year: number, now: Date): Promise<PeriodCell[]> {
  const years = await listYears(actor, [actor.organisation.id], year, now);
  return years.get(actor.organisation.id) ?? [];
}

export async function listYears(
  actor: Actor,
  puskesmasIds: string[],
  year: number,
  now: Date,
): Promise<Map<string, PeriodCell[]>> {
  const [found, starts] = await Promise.all([
    db.$queryRaw<Found[]>`
    SELECT DISTINCT ON (g."puskesmasId", m.kind, m.period)
           g."puskesmasId", m.kind::text AS kind, m.period, m.id, m.status::text AS status,
           s."isApproved", s."reportState"
    FROM "MeetingOrganiser" g
    JOIN "Organisation" o ON o.id = g."puskesmasId"
    JOIN "Meeting" m ON m.id = g."meetingId"
    ${reportOfMeeting}
    WHERE g."puskesmasId" = ANY(${puskesmasIds}::uuid[]) AND ${organisationsWithinSql(actor, "o")} AND g."agreedAt" IS NOT NULL AND m.year = ${year}
      AND m.kind IN ('MONTHLY_LOKMIN', 'QUARTERLY_LOKMIN') AND m.status <> 'CANCELLED'
      AND (m.status <> 'DRAFT' OR NOT ${isDinkes(actor)})
    ORDER BY g."puskesmasId", m.kind, m.period, s."isReported" DESC, s."isApproved" DESC,
             array_position(ARRAY['CLOSED', 'IN_PROGRESS', 'SCHEDULED', 'POSTPONED', 'DRAFT'], m.status::text),
             m."startsAt"`,
    db.$queryRaw<{ id: string; month: Date }[]>`
    SELECT o.id, u.month FROM "Organisation" o JOIN LATERAL (${startOfUseSql(Prisma.sql`o."pathIds"`)}) u ON true
    WHERE o.id = ANY(${puskesmasIds}::uuid[]) AND ${organisationsWithinSql(actor, "o")}`,
  ]);
  const today = dayOf(now, actor.organisation.timeZone);
  return new Map(
    puskesmasIds.map((puskesmasId) => {
      const own = found.filter((meeting) => meeting.puskesmasId === puskesmasId);
      const start = starts.find(({ id }) => id === puskesmasId);
      return [puskesmasId, cellsOf(own, year, today, start ? dateToDay(start.month) : null)];
    }),
  );
}

function cellsOf(meetings: readonly Found[], year: number, today: string, usedSince: string | null): PeriodCell[] {
  const cell = (kind: StripKind) => (_: unknown, index: number) => {
    const period = index + 1;
    const meeting = meetings.find((candidate) => candidate.kind === kind && candidate.period === period) ?? null;
    const state = periodState({ kind, year, period }, meeting, today, usedSince);
    return { kind, period, meetingId: meeting?.id ?? null, state };
  };
  return [
    ...Array.from({ length: 12 }, cell("MONTHLY_LOKMIN")),
    ...Array.from({ length: 4 }, cell("QUARTERLY_LOKMIN")),
  ];
}
