import { db } from "@/lib/db";
import type { YearTarget } from "@/lib/pws/achievement";
import type { Prisma } from "@/prisma/generated/client";

export const officeFacts = {
  id: true,
  name: true,
  unit: true,
  topic: true,
  form: true,
  isCumulative: true,
  lowerIsBetter: true,
  spread: true,
} satisfies Prisma.IndicatorSelect;

export type OfficeIndicator = Prisma.IndicatorGetPayload<{ select: typeof officeFacts }>;

export type OfficeTarget = YearTarget & { indicatorId: string; organisationId: string };

/** The targets that the rows of an office and the offices above them set. @param rows selects "rowId" */
export async function listTargetsBelow(
  rows: Prisma.Sql,
  indicatorIds: readonly string[],
  year: number,
): Promise<OfficeTarget[]> {
  if (indicatorIds.length === 0) return [];
  return db.$queryRaw<OfficeTarget[]>`
    WITH scope AS (${rows})
    SELECT t."indicatorId", t."organisationId", t.target::float8 AS target, coalesce(t.monthly, '{}')::float8[] AS monthly
    FROM "IndicatorTarget" t
    WHERE t.year = ${year} AND t."indicatorId" = ANY(${[...indicatorIds]}::uuid[]) AND t."organisationId" IN (
      SELECT unnest(o."pathIds") FROM "Organisation" o WHERE o.id IN (SELECT "rowId" FROM scope))`;
}
