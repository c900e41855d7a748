import { type Actor, organisationsWithin, seesSignatures } from "@/lib/actor";
import type { Prisma } from "@/prisma/generated/client";

/** Packs show people and their signatures: a province sees none. Who may see its contents is checked again at each download. */
export function packsVisibleTo(actor: Actor): Prisma.EvidencePackWhereInput {
  if (!seesSignatures(actor)) return { id: { in: [] } };
  return { organisation: organisationsWithin(actor) };
}
