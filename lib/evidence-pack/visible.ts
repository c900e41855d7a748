import { type Actor, organisationsWithin } from "@/lib/actor";
import type { Prisma } from "@/prisma/generated/client";

/** Packs show people and their signatures: a province sees none. What is in one is asked again when it is taken away. */
export function packsVisibleTo(actor: Actor): Prisma.EvidencePackWhereInput {
  if (actor.organisation.kind === "PROVINCIAL_DINKES") return { id: { in: [] } };
  return { organisation: organisationsWithin(actor) };
}
