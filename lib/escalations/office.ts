import { type Actor, NotAllowed, type Outcome } from "@/lib/actor";
import { db } from "@/lib/db";
import { canSetGrace, defaultAnswerDays } from "@/lib/escalations/rules";
import type { GraceInput } from "@/lib/escalations/schema";
import { by, recordEvent } from "@/lib/events/record";
import { transact } from "@/lib/transact";

export async function findAnswerDays(actor: Actor): Promise<number> {
  const row = await db.escalationOffice.findUnique({ where: { organisationId: actor.organisation.id } });
  return row?.answerDays ?? defaultAnswerDays;
}

/** Name of the office that the actor's may hand an escalation up to; null where it is the highest. */
export async function findOfficeAbove({ organisation: { parentId } }: Actor): Promise<string | null> {
  if (!parentId) return null;
  const above = await db.organisation.findUnique({ where: { id: parentId }, select: { name: true } });
  return above?.name ?? null;
}

/** For escalations from now on; those already raised keep the day they were told. */
export async function setAnswerDays(actor: Actor, { answerDays }: GraceInput): Promise<Outcome> {
  if (!canSetGrace(actor)) throw new NotAllowed(actor, "set the grace days of escalations");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const row = await tx.escalationOffice.findUnique({ where: { organisationId } });
    const before = row?.answerDays ?? defaultAnswerDays;
    if (before === answerDays) return { ok: true };
    await tx.escalationOffice.upsert({
      where: { organisationId },
      create: { organisationId, answerDays },
      update: { answerDays },
    });
    const data = { before, after: answerDays };
    const event = { action: "escalation.grace-changed", subjectId: organisationId, organisationId, data } as const;
    await recordEvent(tx, by(actor), event);
    return { ok: true };
  });
}
