import { type Actor, organisationsWithin } from "@/lib/actor";
import { visibleTo } from "@/lib/meetings/reads";
import type { Prisma } from "@/prisma/generated/client";

export function reportsVisibleTo(actor: Actor): Prisma.SubmissionWhereInput {
  return { meeting: visibleTo(actor) };
}

export function waitingFor(actor: Actor): Prisma.SubmissionWhereInput {
  return { settledAt: null, dinkesId: actor.organisation.id, meeting: { host: organisationsWithin(actor) } };
}
