import { reportOfMeeting } from "@/lib/approvals/report-sql";
import type { ReportState } from "@/lib/approvals/report-state";
import { db } from "@/lib/db";
import { type OrganisationKind, Prisma } from "@/prisma/generated/client";

export type MeetingCounts = {
  hostName: string;
  hostKind: OrganisationKind;
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
  reportState: ReportState;
};

export type Progress = Omit<
  MeetingCounts,
  "hostName" | "hostKind" | "organisers" | "isApproved" | "isReported" | "reportState"
>;

export const noCounts: MeetingCounts = {
  hostName: "",
  hostKind: "PUSKESMAS",
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
  reportState: "NOT_SENT",
};

export async function countMeetings(meetingIds: string[]): Promise<Map<string, MeetingCounts>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db.$queryRaw<({ id: string } & MeetingCounts)[]>`
    SELECT m.id, ${countColumns} FROM unnest(${meetingIds}::uuid[]) AS m(id) ${countsOfMeeting}`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

export const countColumns = Prisma.sql`h.*, i.*, a.*, r.*, s.*`;

type Counted = { answers: Prisma.Sql; results: Prisma.Sql; host?: Prisma.Sql };

const hostOfMeeting = Prisma.sql`(SELECT e."hostId" FROM "Meeting" e WHERE e.id = m.id)`;

/** Joined to meetings m. @param counted of which of them answers and results are counted; of the others they are none */
export const countsWhere = ({ answers, results, host = hostOfMeeting }: Counted) => Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT o.name AS "hostName", o.kind::text AS "hostKind",
           (SELECT count(*)::int FROM "MeetingOrganiser" g WHERE g."meetingId" = m.id AND g."agreedAt" IS NOT NULL) AS organisers
    FROM "Organisation" o WHERE o.id = ${host}
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
    WHERE n."meetingId" = m.id AND ${answers}
  ) i
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE t.status IN ('PRESENT', 'REPRESENTED') AND t."confirmedAt" IS NOT NULL)::int AS present
    FROM "Attendance" t WHERE t."meetingId" = m.id AND ${results}
  ) a
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS "actionItems" FROM "ActionItem" p WHERE p."meetingId" = m.id AND ${results}
  ) r
  ${reportOfMeeting}`;

const every = Prisma.sql`true`;
export const countsOfMeeting = countsWhere({ answers: every, results: every });
