import { z } from "zod";
import { idCursor, pageOf, pageQuery, readCursor } from "@/lib/api/paging";
import { defineResource } from "@/lib/api/resource";
import { db } from "@/lib/db";
import { definitionsWithin } from "@/lib/indicators/reads";
import { IndicatorForm } from "@/prisma/generated/enums";

const words = z.string().nullable();

const indicator = z.object({
  id: z.uuid(),
  organisationId: z.uuid().meta({ description: "Instansi yang menetapkannya" }),
  name: z.string(),
  definition: words,
  numerator: words,
  denominator: words,
  unit: z.string(),
  topic: words,
  form: z.enum(IndicatorForm),
  isCumulative: z.boolean().meta({ description: "Bulan-bulan setahun dijumlahkan" }),
  lowerIsBetter: z.boolean(),
  isArchived: z.boolean(),
});

export const indicators = defineResource({
  path: "indicators",
  summary: "Indikator",
  description: "Definisi indikator yang angkanya ada di /figures.",
  item: { name: "Indicator", schema: indicator },
  query: pageQuery,
  async list(actor, { limit, cursor }) {
    const after = readCursor(idCursor, cursor);
    const rows = await db.indicator.findMany({
      where: { AND: [definitionsWithin(actor), after ? { id: { gt: after } } : {}] },
      orderBy: { id: "asc" },
      take: limit + 1,
      select: {
        ...{ id: true, organisationId: true, name: true, definition: true, numerator: true, denominator: true },
        ...{ unit: true, topic: true, form: true, isCumulative: true, lowerIsBetter: true, archivedAt: true },
      },
    });
    return pageOf(rows, limit, {
      keyOf: ({ id }) => id,
      tell: ({ archivedAt, ...row }) => ({ ...row, isArchived: archivedAt !== null }),
    });
  },
});
