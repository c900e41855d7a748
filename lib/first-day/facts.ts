import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { canDefineIndicators } from "@/lib/indicators/rules";
import { startOfUseSql } from "@/lib/organisations/start-of-use-sql";
import { Prisma } from "@/prisma/generated/client";

export type OfficeFacts = {
  villages: number;
  users: number;
  seats: number;
  vacant: number;
  indicators: number;
  scheduled: number;
  held: number;
  /** Offices directly below it, hospitals left out. */
  below: number;
  /** Of them, those that nobody can sign in to. */
  without: number;
};

export type FirstDayFacts = OfficeFacts & { district: string; usedSince: Date | null };

/** One statement, asked at each look, so that nothing has to be ticked by hand; null where the actor sets nothing up. */
export async function readFirstDay(actor: Actor): Promise<FirstDayFacts | null> {
  if (!canDefineIndicators(actor) || actor.organisation.kind === "HOSPITAL") return null;
  const { id, kind, pathIds, areaCode } = actor.organisation;
  const meetings =
    kind === "PUSKESMAS"
      ? Prisma.sql`g."puskesmasId" = ${id}::uuid`
      : Prisma.sql`g."puskesmasId" IN (SELECT o.id FROM "Organisation" o WHERE o."pathIds" && ARRAY[${id}]::uuid[] AND o.kind = 'PUSKESMAS')`;
  const has = (statuses: Prisma.Sql) => Prisma.sql`(
    SELECT count(*)::int FROM (SELECT 1 FROM "MeetingOrganiser" g JOIN "Meeting" m ON m.id = g."meetingId"
      WHERE ${meetings} AND g."agreedAt" IS NOT NULL AND m.kind IN ('MONTHLY_LOKMIN', 'QUARTERLY_LOKMIN') AND m.status IN (${statuses}) LIMIT 1) x)`;
  const [facts] = await db.$queryRaw<FirstDayFacts[]>`
    SELECT
      (SELECT a.name FROM "Area" a WHERE a.code = ${areaCode}) AS district,
      (${startOfUseSql(Prisma.sql`${[...pathIds]}::uuid[]`)}) AS "usedSince",
      (SELECT count(*)::int FROM "WorkingArea" w WHERE w."puskesmasId" = ${id}::uuid) AS villages,
      (SELECT count(*)::int FROM "User" u WHERE u."organisationId" = ${id}::uuid AND u."deactivatedAt" IS NULL) AS users,
      s.seats, s.vacant,
      (SELECT count(*)::int FROM "Indicator" i
        WHERE i."organisationId" = ANY(${[...pathIds]}::uuid[]) AND i."archivedAt" IS NULL) AS indicators,
      ${has(Prisma.sql`'SCHEDULED', 'IN_PROGRESS', 'CLOSED'`)} AS scheduled,
      ${has(Prisma.sql`'CLOSED'`)} AS held,
      b.below, b.without
    FROM (SELECT count(*)::int AS seats, (count(*) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM "SeatHolder" h WHERE h."seatId" = s.id AND h.until IS NULL)))::int AS vacant
      FROM "Seat" s WHERE s."organisationId" = ${id}::uuid AND s."archivedAt" IS NULL) s,
    (SELECT count(*)::int AS below, (count(*) FILTER (WHERE NOT EXISTS (
        SELECT 1 FROM "User" u WHERE u."organisationId" = o.id AND u."deactivatedAt" IS NULL)))::int AS without
      FROM "Organisation" o WHERE o."parentId" = ${id}::uuid AND o.kind <> 'HOSPITAL') b`;
  return facts ?? null;
}
