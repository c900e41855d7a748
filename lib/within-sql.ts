import { type Actor, isDinkes } from "@/lib/actor";
import { Prisma } from "@/prisma/generated/client";

/** The condition of `organisationsWithin` in SQL. @param alias of "Organisation" */
export function organisationsWithinSql(actor: Actor, alias: string): Prisma.Sql {
  const own = Prisma.sql`${Prisma.raw(alias)}.id = ${actor.organisation.id}::uuid`;
  if (!isDinkes(actor)) return own;
  return actor.within
    ? Prisma.sql`(${own} OR ${organisersWithinSql(actor, alias)})`
    : organisersWithinSql(actor, alias);
}

/** The same where an office itself is never meant, as among organisers: one condition that an index answers. */
export function organisersWithinSql(actor: Actor, alias: string): Prisma.Sql {
  const ids = actor.within ?? [actor.organisation.id];
  if (!isDinkes(actor)) return Prisma.sql`${Prisma.raw(alias)}.id = ${actor.organisation.id}::uuid`;
  return Prisma.sql`${Prisma.raw(alias)}."pathIds" && ${[...ids]}::uuid[]`;
}
