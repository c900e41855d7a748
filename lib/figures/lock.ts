import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import type { Indicator } from "@/prisma/generated/client";

export type UsedIndicator = Pick<
  Indicator,
  "id" | "name" | "form" | "isCumulative" | "spread" | "lowerIsBetter" | "unit"
>;

export type FiguresOf = { indicators: Map<string, UsedIndicator>; villages: Map<string, string> };

/**
 * Holds the figures of the actor's office until the transaction ends: anyone who writes others waits, and nobody
 * changes what an indicator's figures mean.
 */
export async function lockFigures(tx: Db, actor: Actor): Promise<FiguresOf> {
  const { id, pathIds } = actor.organisation;
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const indicators = await tx.$queryRaw<UsedIndicator[]>`
    SELECT id, name, form::text AS form, "isCumulative", spread::text AS spread, "lowerIsBetter", unit FROM "Indicator"
    WHERE "organisationId" = ANY(${[...pathIds]}::uuid[]) AND "archivedAt" IS NULL ORDER BY id FOR SHARE`;
  const villages = await tx.workingArea.findMany({
    where: { puskesmasId: id },
    select: { village: { select: { code: true, name: true } } },
  });
  return {
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    villages: new Map(villages.map(({ village }) => [village.code, village.name])),
  };
}
