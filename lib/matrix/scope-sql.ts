import { type Actor, organisationsWithin } from "@/lib/actor";
import { db } from "@/lib/db";
import { defaultDueDates } from "@/lib/matrix/due-dates";
import type { Office, RowLevel } from "@/lib/matrix/office";
import { Prisma } from "@/prisma/generated/client";

export type Scope = {
  /** Selects id, name, "rowId", "monthlyDay" and "reportDays" of each puskesmas. */
  rows: Prisma.Sql;
  /** Selects the ids alone. */
  ids: Prisma.Sql;
  puskesmas: number;
};

const rowIds: Record<RowLevel, Prisma.Sql> = {
  puskesmas: Prisma.sql`p.id`,
  kabupaten: Prisma.sql`k.id`,
  province: Prisma.sql`v.id`,
};

/** The puskesmas below an office that the actor may see, each with the row it is counted in and the days it is due by. */
export async function scopeOf(actor: Actor, office: Office): Promise<Scope> {
  return scopeOfIds(await listPuskesmas(actor, office), office.level);
}

export async function listPuskesmas(actor: Actor, office: Office): Promise<string[]> {
  const viewed: Actor = { ...actor, organisation: { ...actor.organisation, ...office } };
  const found = await db.organisation.findMany({
    where: { AND: [{ kind: "PUSKESMAS" }, organisationsWithin(actor), organisationsWithin(viewed)] },
    orderBy: [{ areaCode: "asc" }, { name: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return found.map(({ id }) => id);
}

/** @param puskesmas narrowed to the actor already */
export function scopeOfIds(puskesmas: readonly string[], level: RowLevel): Scope {
  const ids = Prisma.sql`SELECT unnest(${puskesmas}::uuid[])`;
  const rows = Prisma.sql`
    SELECT p.id, ${rowIds[level]} AS "rowId",
      coalesce(dk."monthlyDay", dv."monthlyDay", dn."monthlyDay", ${defaultDueDates.monthlyDay}::int) AS "monthlyDay",
      coalesce(dk."reportDays", dv."reportDays", dn."reportDays", ${defaultDueDates.reportDays}::int) AS "reportDays"
    FROM "Organisation" p
    LEFT JOIN "Organisation" k ON k.id = p."parentId"
    LEFT JOIN "Organisation" v ON v.id = k."parentId"
    LEFT JOIN "LokminDueDate" dk ON dk."organisationId" = k.id
    LEFT JOIN "LokminDueDate" dv ON dv."organisationId" = v.id
    LEFT JOIN "LokminDueDate" dn ON dn."organisationId" = v."parentId"
    WHERE p.id IN (${ids})`;
  return { rows, ids, puskesmas: puskesmas.length };
}
