import { type Actor, isPuskesmas } from "@/lib/actor";
import { Prisma } from "@/prisma/generated/client";

/** The condition of `visibleTo` in SQL, over "Meeting" m. */
export function visibleSql(actor: Actor): Prisma.Sql {
  const organisedBy = (condition: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM "MeetingOrganiser" vg JOIN "Organisation" vo ON vo.id = vg."puskesmasId"
    WHERE vg."meetingId" = m.id AND vg."agreedAt" IS NOT NULL AND ${condition})`;
  const { id, kind } = actor.organisation;
  if (isPuskesmas(actor)) return organisedBy(Prisma.sql`vo.id = ${id}::uuid`);
  const below = Prisma.sql`vo.id = ${id}::uuid OR vo."parentId" = ${id}::uuid`;
  const within =
    kind === "DISTRICT_DINKES"
      ? below
      : Prisma.sql`${below} OR vo."parentId" IN (SELECT d.id FROM "Organisation" d WHERE d."parentId" = ${id}::uuid)`;
  return Prisma.sql`m.status <> 'DRAFT' AND ${organisedBy(Prisma.sql`(${within})`)}`;
}
