import { z } from "zod";
import { allOf, meetingUpdatedAt, organisedBySql } from "@/lib/api/narrowing";
import { idCursor, moment, pageOf, pageQuery, readCursor, updatedSince } from "@/lib/api/paging";
import { defineResource } from "@/lib/api/resource";
import { db } from "@/lib/db";
import { visibleSql } from "@/lib/meetings/visible-sql";
import { Prisma } from "@/prisma/generated/client";
import { MeetingKind, MeetingStatus } from "@/prisma/generated/enums";

const instant = z.iso.datetime();

const meeting = z.object({
  id: z.uuid(),
  kind: z.enum(MeetingKind),
  type: z.string().nullable().meta({ description: "Jenis kegiatan menurut puskesmas" }),
  title: z.string(),
  status: z.enum(MeetingStatus),
  year: z.int(),
  period: z
    .int()
    .meta({ description: "Triwulan 1 sampai 4 untuk Lokmin triwulanan, bulan 1 sampai 12 untuk yang lain" }),
  startsAt: instant,
  endsAt: instant.nullable(),
  timeZone: z.string(),
  place: z.string(),
  hostId: z.uuid(),
  organiserIds: z.array(z.uuid()).meta({ description: "Puskesmas penyelenggara, tuan rumah termasuk" }),
  closedAt: instant.nullable(),
  approvedAt: instant.nullable().meta({ description: "Pengesahan yang berlaku" }),
  reportedAt: instant.nullable().meta({ description: "Laporan terakhir ke Dinkes" }),
  updatedAt: instant,
});

type Told = z.output<typeof meeting>;
type Moments = "startsAt" | "endsAt" | "closedAt" | "approvedAt" | "reportedAt" | "updatedAt";
type Row = Omit<Told, Moments> &
  Record<"startsAt" | "updatedAt", Date> & {
    [key in Exclude<Moments, "startsAt" | "updatedAt">]: Date | null;
  };

export const meetingQuery = pageQuery.extend({
  organisationId: z.uuid().optional().meta({ description: "Yang diselenggarakan puskesmas ini" }),
  kind: z.enum(MeetingKind).optional(),
  status: z.enum(MeetingStatus).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  startsFrom: moment.optional().meta({ description: "Mulai pada atau sesudah saat itu" }),
  startsBefore: moment.optional().meta({ description: "Mulai sebelum saat itu" }),
  updatedSince,
});

export type MeetingQuery = z.output<typeof meetingQuery>;

export function meetingConditions(query: Omit<MeetingQuery, "cursor" | "limit">): Prisma.Sql[] {
  const { organisationId, kind, status, year, startsFrom, startsBefore, updatedSince: since } = query;
  return [
    allOf([
      organisationId && organisedBySql(organisationId),
      kind && Prisma.sql`m.kind = ${kind}::"MeetingKind"`,
      status && Prisma.sql`m.status = ${status}::"MeetingStatus"`,
      year && Prisma.sql`m.year = ${year}`,
      startsFrom && Prisma.sql`m."startsAt" >= ${new Date(startsFrom)}`,
      startsBefore && Prisma.sql`m."startsAt" < ${new Date(startsBefore)}`,
      since && Prisma.sql`${meetingUpdatedAt} >= ${new Date(since)}`,
    ]),
  ];
}

export const meetings = defineResource({
  path: "meetings",
  summary: "Kegiatan",
  description: "Lokmin, pra-Lokmin, dan kalakarya. Dinkes tidak melihat rancangan.",
  item: { name: "Meeting", schema: meeting },
  query: meetingQuery,
  async list(actor, { limit, cursor, ...query }) {
    const after = readCursor(idCursor, cursor);
    const where = allOf([visibleSql(actor), ...meetingConditions(query), after && Prisma.sql`m.id > ${after}::uuid`]);
    const rows = await db.$queryRaw<Row[]>`
      SELECT m.id, m.kind::text AS kind, m."typeName" AS type, m.title, m.status::text AS status, m.year, m.period,
        m."startsAt", m."endsAt", m."timeZone", m.place, m."hostId", m."closedAt",
        ARRAY(SELECT g."puskesmasId" FROM "MeetingOrganiser" g
          WHERE g."meetingId" = m.id AND g."agreedAt" IS NOT NULL ORDER BY 1) AS "organiserIds",
        (SELECT a."approvedAt" FROM "Approval" a WHERE a."meetingId" = m.id
          AND NOT EXISTS (SELECT 1 FROM "Reopening" r WHERE r."approvalId" = a.id)
          ORDER BY a.number DESC LIMIT 1) AS "approvedAt",
        (SELECT max(s."submittedAt") FROM "Submission" s WHERE s."meetingId" = m.id) AS "reportedAt",
        ${meetingUpdatedAt} AS "updatedAt"
      FROM (SELECT m.* FROM "Meeting" m WHERE ${where} ORDER BY m.id LIMIT ${limit + 1}) m ORDER BY m.id`;
    return pageOf(rows, limit, { keyOf: ({ id }) => id, tell });
  },
});

function tell({ startsAt, endsAt, closedAt, approvedAt, reportedAt, updatedAt, ...row }: Row): Told {
  return {
    ...row,
    startsAt: startsAt.toISOString(),
    endsAt: isoOf(endsAt),
    closedAt: isoOf(closedAt),
    approvedAt: isoOf(approvedAt),
    reportedAt: isoOf(reportedAt),
    updatedAt: updatedAt.toISOString(),
  };
}

export function isoOf(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
