import { type Actor, isPuskesmas } from "@/lib/actor";
import { organisationsWithinSql } from "@/lib/within-sql";
import { Prisma } from "@/prisma/generated/client";

/** The condition of `visibleTo` in SQL, over "Meeting" m. */
export function visibleSql(actor: Actor): Prisma.Sql {
  const organised = organisedSql(actor, Prisma.sql`m.id`);
  return isPuskesmas(actor) ? organised : Prisma.sql`${notOthersDraft(actor)} AND ${organised}`;
}

/** The same of a meeting's id, without the meeting and its policy where its organisers are all that is asked. */
export function visibleByIdSql(actor: Actor, id: Prisma.Sql): Prisma.Sql {
  return isPuskesmas(actor)
    ? organisedSql(actor, id)
    : Prisma.sql`EXISTS (SELECT 1 FROM "Meeting" m WHERE m.id = ${id} AND ${visibleSql(actor)})`;
}

function organisedSql(actor: Actor, id: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "MeetingOrganiser" vg JOIN "Organisation" vo ON vo.id = vg."puskesmasId"
    WHERE vg."meetingId" = ${id} AND vg."agreedAt" IS NOT NULL AND ${organisationsWithinSql(actor, "vo")})`;
}

function notOthersDraft(actor: Actor): Prisma.Sql {
  return Prisma.sql`(m.status <> 'DRAFT' OR m."hostId" = ${actor.organisation.id}::uuid)`;
}

/**
 * The same for a list. Where a few puskesmas are meant, their meetings are found first: in the order of time theirs would be
 * looked for among those of the whole country.
 */
export function listedSql(actor: Actor): Prisma.Sql {
  if (isPuskesmas(actor) || !(actor.within || actor.organisation.kind === "DISTRICT_DINKES")) return visibleSql(actor);
  return Prisma.sql`${notOthersDraft(actor)} AND m.id = ANY(ARRAY(
    SELECT vg."meetingId" FROM "Organisation" vo JOIN "MeetingOrganiser" vg ON vg."puskesmasId" = vo.id
    WHERE vg."agreedAt" IS NOT NULL AND ${organisationsWithinSql(actor, "vo")}))`;
}
