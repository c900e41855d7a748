import { type Actor, organisationsWithin } from "@/lib/actor";
import { visibleTo } from "@/lib/meetings/reads";
import type { Prisma } from "@/prisma/generated/client";

/** Events whose words the actor may read now: whose scope ended meanwhile is told nothing of it any more. */
export function newsVisibleTo(actor: Actor): Prisma.EventWhereInput {
  return {
    OR: [{ meeting: visibleTo(actor) }, { meetingId: null, organisation: organisationsWithin(actor) }],
  };
}
