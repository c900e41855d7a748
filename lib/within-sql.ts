import { type Actor, isDinkes } from "@/lib/actor";
import { Prisma } from "@/prisma/generated/client";

/** The condition of `organisationsWithin` in SQL. @param alias of "Organisation" */
export function organisationsWithinSql(actor: Actor, alias: string): Prisma.Sql {
  const { id } = actor.organisation;
  const own = Prisma.sql`${Prisma.raw(alias)}.id = ${id}::uuid`;
  if (!isDinkes(actor)) return own;
  const below = (ids: readonly string[]) => Prisma.sql`${Prisma.raw(alias)}."pathIds" && ${[...ids]}::uuid[]`;
  return actor.within ? Prisma.sql`(${own} OR ${below(actor.within)})` : below([id]);
}
