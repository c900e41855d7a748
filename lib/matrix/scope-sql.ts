import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { defaultDueDates } from "@/lib/matrix/due-dates";
import type { Office } from "@/lib/matrix/office";
import { startOfUseSql } from "@/lib/organisations/start-of-use-sql";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

export type Scope = {
  /** Selects id, "rowId", "monthlyDay", "reportDays" and "usedSince" of each puskesmas. */
  rows: Prisma.Sql;
  ids: Prisma.Sql;
};

function isSeen(actor: Actor, office: Office): Prisma.Sql {
  const whole: Actor = { ...actor, within: null, organisation: { ...actor.organisation, ...office } };
  return Prisma.sql`p.kind = 'PUSKESMAS' AND ${organisationsWithinSql(whole, "p")} AND ${organisationsWithinSql(actor, "p")}`;
}

/**
 * The puskesmas below an office that the actor may see, each with the row it is counted in (the office of its path
 * directly below) and the days it is due by (of the nearest office above that set some).
 * @param only these of them; @param isEach each in a row of its own
 */
export function scopeOf(
  actor: Actor,
  office: Office,
  { only, isEach = false }: { only?: string[]; isEach?: boolean } = {},
): Scope {
  const chosen = only ? Prisma.sql`AND p.id = ANY(${only}::uuid[])` : Prisma.empty;
  const seen = Prisma.sql`${isSeen(actor, office)} ${chosen}`;
  const rowId = isEach
    ? Prisma.sql`p.id`
    : Prisma.sql`p."pathIds"[array_position(p."pathIds", ${office.id}::uuid) + 1]`;
  return {
    ids: Prisma.sql`SELECT p.id FROM "Organisation" p WHERE ${seen}`,
    rows: Prisma.sql`
      SELECT p.id, ${rowId} AS "rowId",
        coalesce(d."monthlyDay", ${defaultDueDates.monthlyDay}::int) AS "monthlyDay",
        coalesce(d."reportDays", ${defaultDueDates.reportDays}::int) AS "reportDays", u.month AS "usedSince"
      FROM "Organisation" p
      LEFT JOIN LATERAL (
        SELECT e."monthlyDay", e."reportDays" FROM unnest(p."pathIds") WITH ORDINALITY AS above(id, place)
        JOIN "LokminDueDate" e ON e."organisationId" = above.id ORDER BY above.place DESC LIMIT 1
      ) d ON true
      LEFT JOIN LATERAL (${startOfUseSql(Prisma.sql`p."pathIds"`)}) u ON true
      WHERE ${seen}`,
  };
}

export async function countPuskesmas(actor: Actor, office: Office): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "Organisation" p WHERE ${isSeen(actor, office)}`;
  return row?.count ?? 0;
}

export async function listPuskesmas(actor: Actor, office: Office): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Organisation" p WHERE ${isSeen(actor, office)} ORDER BY p."areaCode", p.name, p.id`;
  return rows.map(({ id }) => id);
}
