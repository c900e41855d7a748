import type { Actor } from "@/lib/actor";
import { readRows } from "@/lib/db";
import type { Office } from "@/lib/matrix/office";
import { cellsSql } from "@/lib/needs/cells-sql";
import type { NeedRow } from "@/lib/needs/states";
import { dayOf } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";
import { Profession } from "@/prisma/generated/enums";

type Options = { now: Date; isEach?: boolean };

/** Puskesmas, or the offices below with theirs added up, by profession against the standard: in one grouped statement. */
export async function readNeeds(actor: Actor, office: Office, { now, isEach = false }: Options): Promise<NeedRow[]> {
  const today = dayOf(now, actor.organisation.timeZone);
  const rows = await readRows<NeedRow>(Prisma.sql`
    WITH ${cellsSql(actor, office, { today, isEach: isEach || office.level === "puskesmas" })},
    summed AS (
      SELECT c."rowId", c.profession, count(*) AS puskesmas, sum(c.least) AS least, sum(c.staff) AS staff,
        sum(c.assigned) AS assigned, sum(c.ending) AS ending, count(*) FILTER (WHERE c.staff >= c.least) AS met,
        count(*) FILTER (WHERE c.staff >= c.least AND c.staff - c.ending < c.least) AS fragile,
        sum(GREATEST(c.least - c.staff, 0)) AS missing
      FROM cell c GROUP BY c."rowId", c.profession
    ), lined AS (
      SELECT s."rowId", jsonb_agg(to_jsonb(s) - 'rowId') AS cells FROM summed s GROUP BY s."rowId"
    ), whole AS (
      SELECT e."rowId", count(*)::int AS puskesmas, (count(*) FILTER (WHERE e."isComplete"))::int AS complete
      FROM (
        SELECT s.id, s."rowId", coalesce(bool_and(c.staff >= c.least), true) AS "isComplete"
        FROM scope s LEFT JOIN cell c ON c.id = s.id GROUP BY s.id, s."rowId"
      ) e GROUP BY e."rowId"
    )
    SELECT o.id, o.name, o."areaCode", w.puskesmas, w.complete, coalesce(l.cells, '[]'::jsonb) AS cells
    FROM whole w JOIN "Organisation" o ON o.id = w."rowId" LEFT JOIN lined l ON l."rowId" = w."rowId"
    ORDER BY o.name, o.id`);
  return rows;
}

export function professionsOf(rows: readonly NeedRow[]): Profession[] {
  const asked = new Set(rows.flatMap(({ cells }) => cells.map(({ profession }) => profession)));
  return Object.values(Profession).filter((profession) => asked.has(profession));
}
