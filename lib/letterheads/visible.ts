import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { organisedBy } from "@/lib/meetings/organised";
import type { Prisma } from "@/prisma/generated/client";

/** The offices whose papers the actor reads: its own and those below, hosts of joint Lokmin, the Dinkes above. */
export function officesOfPapers(actor: Actor): Prisma.OrganisationWhereInput {
  const { id, parentId } = actor.organisation;
  if (!isPuskesmas(actor)) return organisationsWithin(actor);
  return {
    OR: [organisationsWithin(actor), { hosted: { some: organisedBy(id) } }, ...(parentId ? [{ id: parentId }] : [])],
  };
}
