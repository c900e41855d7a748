import { type Actor, isDinkes, organisationsWithin } from "@/lib/actor";
import type { Prisma } from "@/prisma/generated/client";

export const numbered = { number: { not: null }, voidedAt: null } satisfies Prisma.LetterWhereInput;

/** The feedback of the own office and of those below; a puskesmas reads its own once its letter has a number. */
export function feedbackVisibleTo(actor: Actor): Prisma.MonthlyFeedbackWhereInput {
  const within = organisationsWithin(actor);
  if (isDinkes(actor)) return { puskesmas: within, dinkes: within };
  return { puskesmasId: actor.organisation.id, letters: { some: numbered } };
}
