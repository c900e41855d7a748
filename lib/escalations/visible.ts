import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { organisedBy, organisedWithin } from "@/lib/meetings/organised";
import type { Prisma } from "@/prisma/generated/client";

/** Of the actor's own meetings; for a Dinkes what was handed to it or to one below it, within the reviewer's clusters. */
export function escalationsVisibleTo(actor: Actor): Prisma.EscalationWhereInput {
  if (isPuskesmas(actor)) return { item: { meeting: organisedBy(actor.organisation.id) } };
  const ofDinkes = { dinkes: organisationsWithin(actor) };
  return actor.within ? { ...ofDinkes, item: { meeting: organisedWithin(actor) } } : ofDinkes;
}
