import { type Actor, isPuskesmas } from "@/lib/actor";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

/** The condition of `visibleTo` in SQL, over "Meeting" m. */
export function visibleSql(actor: Actor): Prisma.Sql {
  const organised = Prisma.sql`EXISTS (
    SELECT 1 FROM "MeetingOrganiser" vg JOIN "Organisation" vo ON vo.id = vg."puskesmasId"
    WHERE vg."meetingId" = m.id AND vg."agreedAt" IS NOT NULL AND ${organisationsWithinSql(actor, "vo")})`;
  return isPuskesmas(actor) ? organised : Prisma.sql`m.status <> 'DRAFT' AND ${organised}`;
}
