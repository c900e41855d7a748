import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { visibleTo } from "@/lib/meetings/reads";
import type { Prisma } from "@/prisma/generated/client";

/** Whoever sees the meeting sees its reports. */
export function reportsVisibleTo(actor: Actor): Prisma.SubmissionWhereInput {
  return { meeting: visibleTo(actor) };
}

/**
 * Reports of a list: those that the own puskesmas organised; those that came to the own office or an office below, of
 * hosts that the actor sees.
 */
export function reportsListedFor(actor: Actor): Prisma.SubmissionWhereInput {
  if (isPuskesmas(actor)) return reportsVisibleTo(actor);
  const within = organisationsWithin(actor);
  return { OR: [{ dinkesId: actor.organisation.id }, { dinkes: within }], meeting: { host: within } };
}

/** Reports that wait for the actor's own office. */
export function waitingFor(actor: Actor): Prisma.SubmissionWhereInput {
  return { settledAt: null, dinkesId: actor.organisation.id, meeting: { host: organisationsWithin(actor) } };
}
