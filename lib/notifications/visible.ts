import { type Actor, organisationsWithin } from "@/lib/actor";
import { visibleTo } from "@/lib/meetings/reads";
import { visibleByIdSql } from "@/lib/meetings/visible-sql";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

/** Events whose words the actor may read now: whose scope ended meanwhile is told nothing of it any more. */
export function newsVisibleTo(actor: Actor): Prisma.EventWhereInput {
  return {
    OR: [{ meeting: visibleTo(actor) }, { meetingId: null, organisation: organisationsWithin(actor) }],
  };
}

/** The same in SQL, over "Event" e. */
export function newsVisibleSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`(
    ${visibleByIdSql(actor, Prisma.sql`e."meetingId"`)}
    OR e."meetingId" IS NULL AND EXISTS (
      SELECT 1 FROM "Organisation" o WHERE o.id = e."organisationId" AND ${organisationsWithinSql(actor, "o")}))`;
}
