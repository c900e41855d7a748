import { type Actor, organisationsWithin, seesSignatures } from "@/lib/actor";
import { escalationsVisibleTo } from "@/lib/escalations/visible";
import { feedbackVisibleTo } from "@/lib/feedback/visible";
import { visibleTo as meetingsVisibleTo } from "@/lib/meetings/reads";
import type { Prisma } from "@/prisma/generated/client";

/** Papers that were made of what the actor may see; a province sees none, as they name people and show signatures. */
export function issuedPapersVisibleTo(actor: Actor): Prisma.IssuedPaperWhereInput {
  if (!seesSignatures(actor)) return { id: { in: [] } };
  return {
    OR: [
      { meetingId: null, escalationId: null, feedbackId: null, organisation: organisationsWithin(actor) },
      { meeting: meetingsVisibleTo(actor) },
      { escalation: escalationsVisibleTo(actor) },
      { feedback: feedbackVisibleTo(actor) },
    ],
  };
}
