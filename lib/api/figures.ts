import { z } from "zod";
import { organisationsWithin } from "@/lib/actor";
import { enteredSince, pageOf, pageQuery, readCursor, village } from "@/lib/api/paging";
import { defineResource } from "@/lib/api/resource";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

const figure = z.object({
  organisationId: z.uuid().meta({ description: "Puskesmas" }),
  indicatorId: z.uuid(),
  villageCode: z.string().meta({ description: "Kode desa atau kelurahan" }),
  year: z.int(),
  month: z.int().min(1).max(12),
  value: z.number().meta({ description: "Pembilang, persen, atau jumlah, menurut form indikatornya" }),
  denominator: z.int().nullable().meta({ description: "Sasaran bulan itu, bila berbeda dari sasaran setahun" }),
  sourceId: z.uuid().meta({ description: "Instansi yang mengisinya" }),
  updatedAt: z.iso.datetime(),
});

const key = z.tuple([z.uuid(), z.int32(), z.uuid(), village, z.int32()]);

export const figures = defineResource({
  path: "figures",
  summary: "Capaian per desa dan bulan",
  description: "Nilai bulanan seperti diisi puskesmas. Bulan yang tidak ada belum dilaporkan; itu bukan nol.",
  item: { name: "Figure", schema: figure },
  query: pageQuery.extend({
    organisationId: z.uuid().optional().meta({ description: "Puskesmas" }),
    indicatorId: z.uuid().optional(),
    villageCode: village.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    month: z.coerce.number().int().min(1).max(12).optional(),
    updatedSince: enteredSince,
  }),
  async list(actor, { limit, cursor, organisationId, indicatorId, villageCode, year, month, updatedSince }) {
    const after = readCursor(key, cursor);
    const rows = await db.indicatorValue.findMany({
      where: {
        AND: [
          { puskesmas: organisationsWithin(actor) },
          organisationId ? { puskesmasId: organisationId } : {},
          indicatorId ? { indicatorId } : {},
          villageCode ? { villageCode } : {},
          year ? { year } : {},
          month ? { month } : {},
          updatedSince ? { enteredAt: { gte: new Date(updatedSince) } } : {},
          after ? isAfter(after) : {},
        ],
      },
      orderBy: [
        { puskesmasId: "asc" },
        { year: "asc" },
        { indicatorId: "asc" },
        { villageCode: "asc" },
        { month: "asc" },
      ],
      take: limit + 1,
    });
    return pageOf(rows, limit, {
      keyOf: (row) => [row.puskesmasId, row.year, row.indicatorId, row.villageCode, row.month],
      tell: (row) => ({
        organisationId: row.puskesmasId,
        indicatorId: row.indicatorId,
        villageCode: row.villageCode,
        year: row.year,
        month: row.month,
        value: row.value.toNumber(),
        denominator: row.denominator,
        sourceId: row.sourceId ?? row.puskesmasId,
        updatedAt: row.enteredAt.toISOString(),
      }),
    });
  },
});

function isAfter([puskesmasId, year, indicatorId, villageCode, month]: z.output<typeof key>) {
  return {
    puskesmasId: { gte: puskesmasId },
    OR: [
      { puskesmasId: { gt: puskesmasId } },
      { year: { gt: year } },
      { year, indicatorId: { gt: indicatorId } },
      { year, indicatorId, villageCode: { gt: villageCode } },
      { year, indicatorId, villageCode, month: { gt: month } },
    ],
  } satisfies Prisma.IndicatorValueWhereInput;
}
