import { z } from "zod";
import { isoOf } from "@/lib/api/meetings";
import { allOf, meetingUpdatedAt, organisedBySql } from "@/lib/api/narrowing";
import { calendarDay, idCursor, pageOf, pageQuery, readCursor, updatedSince } from "@/lib/api/paging";
import { defineResource } from "@/lib/api/resource";
import { db } from "@/lib/db";
import { visibleSql } from "@/lib/meetings/visible-sql";
import { Prisma } from "@/prisma/generated/client";
import { FundingSource, Priority, ProgressStatus } from "@/prisma/generated/enums";

const words = z.string().nullable();

const actionItem = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  number: z.int(),
  problem: words,
  cause: words,
  activity: z.string(),
  responsibleInstitution: z.string(),
  responsibleTitle: words.meta({ description: "Jabatan penanggung jawab; namanya tidak ikut" }),
  deadline: z.iso.date(),
  status: z.enum(ProgressStatus),
  percent: z.int(),
  priority: z.enum(Priority),
  fundingSource: z.enum(FundingSource).nullable(),
  indicator: words,
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  unit: words,
  villageCodes: z.array(z.string()),
  lastReportedAt: z.iso.datetime().nullable(),
  isEscalated: z.boolean().meta({ description: "Ada eskalasi yang belum dijawab tuntas" }),
  updatedAt: z.iso.datetime(),
});

type Told = z.output<typeof actionItem>;
type Row = Omit<Told, "lastReportedAt" | "updatedAt"> & { lastReportedAt: Date | null; updatedAt: Date };

export const actionItems = defineResource({
  path: "action-items",
  summary: "Rencana tindak lanjut (RTL)",
  description: "Baris RTL dari kegiatan yang terlihat, dengan keadaannya sekarang.",
  item: { name: "ActionItem", schema: actionItem },
  query: pageQuery.extend({
    organisationId: z.uuid().optional().meta({ description: "Dari kegiatan puskesmas ini" }),
    meetingId: z.uuid().optional(),
    status: z.enum(ProgressStatus).optional(),
    deadlineFrom: calendarDay.optional(),
    deadlineBefore: calendarDay.optional(),
    updatedSince,
  }),
  async list(actor, { limit, cursor, ...query }) {
    const { organisationId, meetingId, status, deadlineFrom, deadlineBefore, updatedSince: since } = query;
    const after = readCursor(idCursor, cursor);
    const where = allOf([
      visibleSql(actor),
      organisationId && organisedBySql(organisationId),
      meetingId && Prisma.sql`m.id = ${meetingId}::uuid`,
      status && Prisma.sql`t.status = ${status}::"ProgressStatus"`,
      deadlineFrom && Prisma.sql`t.deadline >= ${deadlineFrom}::date`,
      deadlineBefore && Prisma.sql`t.deadline < ${deadlineBefore}::date`,
      since && Prisma.sql`${meetingUpdatedAt} >= ${new Date(since)}`,
      after && Prisma.sql`t.id > ${after}::uuid`,
    ]);
    const rows = await db.$queryRaw<Row[]>`
      SELECT t.id, t."meetingId", t.number, t.problem, t.cause, t.activity, t."responsibleInstitution", t."responsibleTitle",
        to_char(t.deadline, 'YYYY-MM-DD') AS deadline, t.status::text AS status, t.percent, t.priority::text AS priority,
        t."fundingSource"::text AS "fundingSource", t.indicator, t.baseline::float8 AS baseline, t.target::float8 AS target,
        t.unit, ARRAY(SELECT v."villageCode" FROM "ActionItemVillage" v WHERE v."itemId" = t.id ORDER BY 1) AS "villageCodes",
        (SELECT max(p."createdAt") FROM "ProgressReport" p WHERE p."itemId" = t.id) AS "lastReportedAt",
        EXISTS (SELECT 1 FROM "Escalation" e WHERE e."itemId" = t.id AND e."closedAt" IS NULL) AS "isEscalated",
        ${meetingUpdatedAt} AS "updatedAt"
      FROM (
        SELECT t.* FROM "ActionItem" t JOIN "Meeting" m ON m.id = t."meetingId" WHERE ${where}
        ORDER BY t.id LIMIT ${limit + 1}
      ) t JOIN "Meeting" m ON m.id = t."meetingId" ORDER BY t.id`;
    return pageOf(rows, limit, {
      keyOf: ({ id }) => id,
      tell: ({ lastReportedAt, updatedAt, ...row }) => ({
        ...row,
        lastReportedAt: isoOf(lastReportedAt),
        updatedAt: updatedAt.toISOString(),
      }),
    });
  },
});
