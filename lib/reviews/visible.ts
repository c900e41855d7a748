import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import type { Prisma } from "@/prisma/generated/client";

export function reportsVisibleTo(actor: Actor): Prisma.SubmissionWhereInput {
  return { meeting: visibleTo(actor) };
}

/**
 * Reports of a list: those that the own puskesmas organised; those that came to the own office or an office below, of
 * hosts that the actor sees. The offices are named, so that their reports are found by an index.
 */
export async function reportsListedFor(actor: Actor): Promise<Prisma.SubmissionWhereInput> {
  if (isPuskesmas(actor)) return reportsVisibleTo(actor);
  const within = organisationsWithin(actor);
  const offices = await db.organisation.findMany({
    where: { AND: [within, { kind: { in: ["DISTRICT_DINKES", "PROVINCIAL_DINKES", "MINISTRY"] } }] },
    select: { id: true },
  });
  return { dinkesId: { in: offices.map(({ id }) => id) }, meeting: { host: within } };
}

export function waitingFor(actor: Actor): Prisma.SubmissionWhereInput {
  return { settledAt: null, dinkesId: actor.organisation.id, meeting: { host: organisationsWithin(actor) } };
}
