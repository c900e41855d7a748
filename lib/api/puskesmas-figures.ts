import { z } from "zod";
import { organisationsWithin } from "@/lib/actor";
import { enteredSince, pageOf, pageQuery, readCursor } from "@/lib/api/paging";
import { defineResource } from "@/lib/api/resource";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";
import { FigureOrigin } from "@/prisma/generated/enums";

const puskesmasFigure = z.object({
  organisationId: z.uuid().meta({ description: "Puskesmas" }),
  indicatorId: z.uuid(),
  year: z.int(),
  month: z.int().min(1).max(12),
  sourceId: z.uuid().meta({ description: "Instansi yang mengisinya: puskesmas, atau yang di atasnya" }),
  value: z.number(),
  denominator: z.int().nullable(),
  origin: z.enum(FigureOrigin),
  updatedAt: z.iso.datetime(),
});

const key = z.tuple([z.uuid(), z.int32(), z.uuid(), z.int32(), z.uuid()]);

export const puskesmasFigures = defineResource({
  path: "puskesmas-figures",
  summary: "Capaian seluruh puskesmas per bulan",
  description:
    "Nilai untuk seluruh puskesmas dari impor Excel atau DHIS2. Bila puskesmas dan Dinkes mengisi bulan yang sama, keduanya ada.",
  item: { name: "PuskesmasFigure", schema: puskesmasFigure },
  query: pageQuery.extend({
    organisationId: z.uuid().optional().meta({ description: "Puskesmas" }),
    indicatorId: z.uuid().optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    month: z.coerce.number().int().min(1).max(12).optional(),
    updatedSince: enteredSince,
  }),
  async list(actor, { limit, cursor, organisationId, indicatorId, year, month, updatedSince }) {
    const after = readCursor(key, cursor);
    const rows = await db.puskesmasValue.findMany({
      where: {
        AND: [
          { puskesmas: organisationsWithin(actor) },
          organisationId ? { puskesmasId: organisationId } : {},
          indicatorId ? { indicatorId } : {},
          year ? { year } : {},
          month ? { month } : {},
          updatedSince ? { enteredAt: { gte: new Date(updatedSince) } } : {},
          after ? isAfter(after) : {},
        ],
      },
      orderBy: [{ puskesmasId: "asc" }, { year: "asc" }, { indicatorId: "asc" }, { month: "asc" }, { sourceId: "asc" }],
      take: limit + 1,
    });
    return pageOf(rows, limit, {
      keyOf: (row) => [row.puskesmasId, row.year, row.indicatorId, row.month, row.sourceId],
      tell: ({ puskesmasId, value, enteredAt, enteredBy: _, ...row }) => ({
        ...row,
        organisationId: puskesmasId,
        value: value.toNumber(),
        updatedAt: enteredAt.toISOString(),
      }),
    });
  },
});

function isAfter([puskesmasId, year, indicatorId, month, sourceId]: z.output<typeof key>) {
  return {
    puskesmasId: { gte: puskesmasId },
    OR: [
      { puskesmasId: { gt: puskesmasId } },
      { year: { gt: year } },
      { year, indicatorId: { gt: indicatorId } },
      { year, indicatorId, month: { gt: month } },
      { year, indicatorId, month, sourceId: { gt: sourceId } },
    ],
  } satisfies Prisma.PuskesmasValueWhereInput;
}
