import { type Actor, organisationsWithin, seesSignatures } from "@/lib/actor";
import { visibleTo as meetingsVisibleTo } from "@/lib/meetings/reads";
import type { Prisma } from "@/prisma/generated/client";

/** They name people and show signatures: a province sees those of its own papers alone. */
export function isOfSignedCopies(actor: Actor, organisationId: string): boolean {
  return seesSignatures(actor) || actor.organisation.id === organisationId;
}

export function signedCopiesVisibleTo(actor: Actor): Prisma.SignedCopyWhereInput {
  if (!seesSignatures(actor)) return { organisationId: actor.organisation.id };
  return { OR: [{ meetingId: null, organisation: organisationsWithin(actor) }, { meeting: meetingsVisibleTo(actor) }] };
}
