import { z } from "zod";
import { meetingConditions, meetingQuery } from "@/lib/api/meetings";
import { allOf, meetingUpdatedAt } from "@/lib/api/narrowing";
import { idCursor, pageOf, readCursor } from "@/lib/api/paging";
import { defineResource } from "@/lib/api/resource";
import { db } from "@/lib/db";
import { visibleSql } from "@/lib/meetings/visible-sql";
import { Prisma } from "@/prisma/generated/client";
import { Sector } from "@/prisma/generated/enums";

const count = z.int().min(0);

const attendance = z.object({
  meetingId: z.uuid(),
  invited: count,
  accepted: count.meta({ description: "Menjawab hadir atau diwakili" }),
  declined: count,
  present: count.meta({ description: "Hadir sendiri, tamu tanpa undangan termasuk" }),
  represented: count,
  excused: count.meta({ description: "Izin, sakit, atau dinas luar" }),
  unexcused: count.meta({ description: "Dicatat tanpa keterangan" }),
  walkIns: count.meta({ description: "Tamu tanpa undangan yang hadir" }),
  sectors: z.array(z.object({ sector: z.enum(Sector), invited: count, came: count })),
  updatedAt: z.iso.datetime(),
});

type Told = z.output<typeof attendance>;
type Row = Omit<Told, "updatedAt"> & { updatedAt: Date };

const cameSql = Prisma.sql`a.status IN ('PRESENT', 'REPRESENTED') AND a."confirmedAt" IS NOT NULL`;

export const attendances = defineResource({
  path: "attendance",
  summary: "Rekap kehadiran",
  description: "Jumlah yang diundang dan yang datang per kegiatan. Tanpa nama, nomor HP, dan tanda tangan.",
  item: { name: "Attendance", schema: attendance },
  query: meetingQuery,
  async list(actor, { limit, cursor, ...query }) {
    const after = readCursor(idCursor, cursor);
    const where = allOf([visibleSql(actor), ...meetingConditions(query), after && Prisma.sql`m.id > ${after}::uuid`]);
    const rows = await db.$queryRaw<Row[]>`
      SELECT m.id AS "meetingId", i.*, a.*, s.sectors, ${meetingUpdatedAt} AS "updatedAt"
      FROM (SELECT m.* FROM "Meeting" m WHERE ${where} ORDER BY m.id LIMIT ${limit + 1}) m
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS invited, count(*) FILTER (WHERE w.choice IN ('PRESENT', 'REPRESENTED'))::int AS accepted,
          count(*) FILTER (WHERE w.choice = 'ABSENT')::int AS declined
        FROM "Invitation" n LEFT JOIN LATERAL (
          SELECT choice FROM "Answer" WHERE "invitationId" = n.id LIMIT 1) w ON true
        WHERE n."meetingId" = m.id
      ) i
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE ${cameSql} AND a.status = 'PRESENT')::int AS present,
          count(*) FILTER (WHERE ${cameSql} AND a.status = 'REPRESENTED')::int AS represented,
          count(*) FILTER (WHERE a.status IN ('EXCUSED', 'SICK', 'OFFICIAL_TRAVEL'))::int AS excused,
          count(*) FILTER (WHERE a.status = 'UNEXCUSED')::int AS unexcused,
          count(*) FILTER (WHERE ${cameSql} AND a."invitationId" IS NULL)::int AS "walkIns"
        FROM "Attendance" a WHERE a."meetingId" = m.id
      ) a
      CROSS JOIN LATERAL (
        SELECT coalesce(json_agg(json_build_object('sector', x.sector, 'invited', x.invited, 'came', x.came)
          ORDER BY x.sector), '[]'::json) AS sectors
        FROM (
          SELECT n.sector, count(*)::int AS invited, count(a.id) FILTER (WHERE ${cameSql})::int AS came
          FROM "Invitation" n LEFT JOIN "Attendance" a ON a."invitationId" = n.id
          WHERE n."meetingId" = m.id GROUP BY n.sector
        ) x
      ) s
      ORDER BY m.id`;
    return pageOf(rows, limit, {
      keyOf: ({ meetingId }) => meetingId,
      tell: ({ updatedAt, ...row }) => ({ ...row, updatedAt: updatedAt.toISOString() }),
    });
  },
});
