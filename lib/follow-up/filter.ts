import type { Actor } from "@/lib/actor";
import type { FollowUpFilter, FollowUpState } from "@/lib/follow-up/schema";
import { hasLeftSql, isOwnedBy } from "@/lib/owner-links/refs";
import { isWide, ofScope, type Scope, spelled } from "@/lib/plan/item-query";
import { soonDays } from "@/lib/plan/rules";
import { holdsWords } from "@/lib/read-words";
import { addDays } from "@/lib/time";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";
import type { Sector } from "@/prisma/generated/enums";

export const isOpenSql = Prisma.sql`t.status IN ('NOT_STARTED', 'IN_PROGRESS')`;

export type Reach = Scope | Prisma.Sql | { of: Actor };

/** Of an office with many puskesmas the links are looked through, which are few, and not its meetings. */
export function reachOf(actor: Actor, scope: Scope): Reach {
  return isWide(scope) ? { of: actor } : scope;
}

function linksOf(reach: Reach): Prisma.Sql {
  if ("of" in reach)
    return Prisma.sql`SELECT o.id FROM "Organisation" o WHERE o.kind = 'PUSKESMAS' AND ${organisationsWithinSql(reach.of, "o")}`;
  const ids = Array.isArray(reach) ? Prisma.sql`SELECT unnest(${reach.map(({ id }) => id)}::uuid[])` : reach;
  return Prisma.sql`
    SELECT h."puskesmasId" FROM "MeetingOrganiser" g JOIN "MeetingOrganiser" h ON h."meetingId" = g."meetingId"
    WHERE g."puskesmasId" IN (${ids}) AND g."agreedAt" IS NOT NULL AND h."agreedAt" IS NOT NULL`;
}

export function awaitsCheck(reach: Reach): Prisma.Sql {
  return Prisma.sql`t.id = ANY(ARRAY(
    SELECT p."itemId" FROM "OwnerLink" k
    -- OFFSET keeps PostgreSQL from going through everybody's reports.
    CROSS JOIN LATERAL (SELECT * FROM "ProgressReport" r WHERE r."ownerLinkId" = k.id OFFSET 0) p
    WHERE k."organisationId" IN (${linksOf(reach)})
      AND NOT EXISTS (SELECT 1 FROM "ReportCheck" c WHERE c."reportId" = p.id)
      AND NOT EXISTS (SELECT 1 FROM "ProgressReport" n WHERE n."itemId" = p."itemId" AND n."createdAt" > p."createdAt")))`;
}

export function isIn(state: FollowUpState, today: string, reach: Reach): Prisma.Sql {
  const soon = addDays(today, soonDays);
  const conditions: Record<FollowUpState, () => Prisma.Sql> = {
    belum: () => isOpenSql,
    terlambat: () => Prisma.sql`${isOpenSql} AND t.deadline < ${today}::date`,
    segera: () => Prisma.sql`${isOpenSql} AND t.deadline BETWEEN ${today}::date AND ${soon}::date`,
    periksa: () => awaitsCheck(reach),
    selesai: () => Prisma.sql`t.status = 'DONE'`,
    batal: () => Prisma.sql`t.status = 'CANCELLED'`,
    semua: () => Prisma.sql`true`,
  };
  return conditions[state]();
}

function isOfSector(sector: Sector): Prisma.Sql {
  const typed = Prisma.sql`t."responsibleSeatId" IS NULL AND t."responsibleUserId" IS NULL AND EXISTS (
    SELECT 1 FROM "Invitation" i WHERE i."meetingId" = t."meetingId" AND i.sector = ${sector}::"Sector"
      AND ${spelled("i.institution")} = ${spelled(`t."responsibleInstitution"`)})`;
  const staff = sector === "HEALTH" ? Prisma.sql`OR t."responsibleUserId" IS NOT NULL` : Prisma.empty;
  return Prisma.sql`(EXISTS (SELECT 1 FROM "Seat" s WHERE s.id = t."responsibleSeatId" AND s.sector = ${sector}::"Sector")
    OR (${typed}) ${staff})`;
}

const wordColumns = [
  "activity",
  "problem",
  "cause",
  "indicator",
  "support",
  "responsibleInstitution",
  "responsibleTitle",
  "responsibleName",
].map((column) => `t."${column}"`);

function isDueWithin(year: number, quarter: number | undefined): Prisma.Sql {
  const from = `${year}-${String(quarter ? quarter * 3 - 2 : 1).padStart(2, "0")}-01`;
  const months = quarter ? 3 : 12;
  return Prisma.sql`t.deadline >= ${from}::date AND t.deadline < ${from}::date + make_interval(months => ${months}::int)`;
}

export function narrowed(actor: Actor, scope: Scope, filter: Omit<FollowUpFilter, "status" | "halaman">): Prisma.Sql {
  const { puskesmas, desa, cari, jenis, sektor, topik, pemilik, tahun, triwulan, ganti, rtl } = filter;
  const conditions = [ofScope(actor, puskesmas && !isWide(scope) ? scope.filter(({ id }) => id === puskesmas) : scope)];
  if (puskesmas && isWide(scope)) conditions.push(ofScope(actor, [{ id: puskesmas, name: "" }]));
  if (rtl.length > 0) conditions.push(Prisma.sql`t.id = ANY(${rtl}::uuid[])`);
  if (desa)
    conditions.push(
      Prisma.sql`EXISTS (SELECT 1 FROM "ActionItemVillage" w WHERE w."itemId" = t.id AND w."villageCode" = ${desa})`,
    );
  if (jenis)
    conditions.push(
      Prisma.sql`EXISTS (SELECT 1 FROM "Meeting" k WHERE k.id = t."meetingId" AND k.kind = ${jenis}::"MeetingKind")`,
    );
  if (tahun) conditions.push(isDueWithin(tahun, triwulan));
  else if (triwulan) conditions.push(Prisma.sql`extract(quarter FROM t.deadline) = ${triwulan}`);
  if (topik)
    conditions.push(
      Prisma.sql`EXISTS (SELECT 1 FROM "Problem" b JOIN "Indicator" d ON d.id = b."indicatorId" WHERE b.id = t."problemId" AND d.topic = ${topik})`,
    );
  if (sektor) conditions.push(isOfSector(sektor));
  if (pemilik) conditions.push(isOwnedBy(pemilik));
  if (cari) conditions.push(holdsWords(wordColumns, cari));
  if (ganti) conditions.push(hasLeftSql);
  return Prisma.join(conditions, " AND ");
}
