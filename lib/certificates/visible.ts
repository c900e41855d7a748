import { type Actor, organisationsWithin } from "@/lib/actor";
import type { Prisma } from "@/prisma/generated/client";

/** Staff whose certificates and licences the actor may read: of who works for it, or below it, now. */
export function staffSeenBy(actor: Actor): Prisma.StaffMemberWhereInput {
  return { organisation: organisationsWithin(actor) };
}
