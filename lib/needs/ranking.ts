import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { Office } from "@/lib/matrix/office";
import { cellsSql } from "@/lib/needs/cells-sql";
import { dayOf } from "@/lib/time";
import { Prisma } from "@/prisma/generated/client";
import type { Profession } from "@/prisma/generated/enums";

export type Ranked = {
  id: string;
  name: string;
  office: string | null;
  profession: Profession;
  least: number;
  staff: number;
  ending: number;
  /** Professions below the standard in this puskesmas. */
  lacking: number;
  /** A puskesmas with more of the profession than its standard, and how many more; of the same Dinkes first. */
  source: string | null;
  sourceId: string | null;
  surplus: number | null;
  /** Who is assigned there and whose term ends first. */
  candidate: string | null;
};

export const rankingRule =
  "Yang sama sekali tidak ada didahulukan; lalu puskesmas yang paling banyak jenis tenaganya kurang; lalu yang kurang orang paling banyak; terakhir yang cukup hanya sampai penugasan berakhir dalam 12 bulan.";

/** Where somebody should be assigned first: the order is what `rankingRule` says. */
export async function rankNeeds(
  actor: Actor,
  office: Office,
  { now, profession, take = 20 }: { now: Date; profession?: Profession | undefined; take?: number },
): Promise<Ranked[]> {
  const today = dayOf(now, actor.organisation.timeZone);
  return db.$queryRaw<Ranked[]>`
    WITH ${cellsSql(actor, office, { today, isEach: true })}, ranked AS (
      SELECT c.id, s.name, s."parentId", c.profession, c.least, c.staff, c.ending,
        (count(*) FILTER (WHERE c.staff < c.least) OVER (PARTITION BY c.id))::int AS lacking
      FROM cell c JOIN scope s ON s.id = c.id
    ), first AS (
      SELECT r.*, row_number() OVER (
        ORDER BY r.staff > 0, r.staff >= r.least, r.lacking DESC, r.least - r.staff DESC, r.name, r.id, r.profession
      ) AS place
      FROM ranked r
      WHERE r.staff - r.ending < r.least
        ${profession ? Prisma.sql`AND r.profession = ${profession}::"Profession"` : Prisma.empty}
      ORDER BY place LIMIT ${take}
    )
    SELECT f.id, f.name, a.name AS office, f.profession::text AS profession, f.least, f.staff, f.ending, f.lacking,
      b.name AS source, b.id AS "sourceId", b.surplus, (
        SELECT m.name FROM "StaffPlacement" t JOIN "StaffMember" m ON m.id = t."staffId"
        WHERE t."organisationId" = b.id AND m.profession = f.profession AND t.status = 'SPECIAL_ASSIGNMENT'
          AND t."startsOn" <= ${today}::date AND t."endsOn" >= ${today}::date
        ORDER BY t."endsOn", t.id LIMIT 1
      ) AS candidate
    FROM first f
    LEFT JOIN "Organisation" a ON a.id = f."parentId"
    LEFT JOIN LATERAL (
      SELECT s.id, s.name, c.staff - c.least AS surplus FROM cell c JOIN scope s ON s.id = c.id
      WHERE c.profession = f.profession AND c.staff > c.least
      ORDER BY (s."parentId" = f."parentId") DESC, c.staff - c.least DESC, s.name LIMIT 1
    ) b ON true
    ORDER BY f.place`;
}

export function reasonOf({ staff, least, ending, lacking }: Ranked): string {
  const kinds = lacking > 1 ? `; ${lacking} jenis tenaga kurang di sini` : "";
  if (staff === 0) return `Tidak ada seorang pun, standar ${least}${kinds}`;
  if (staff < least) return `${staff} dari ${least}${kinds}`;
  return `Cukup sekarang (${staff} dari ${least}), tetapi ${ending} penugasan berakhir dalam 12 bulan`;
}
