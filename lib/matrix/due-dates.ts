import { type Actor, isDinkes, NotAllowed, type Outcome } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import type { DueDateInput } from "@/lib/matrix/schema";
import { transact } from "@/lib/transact";

export type DueDates = { monthlyDay: number; reportDays: number };

/**
 * Used until a Dinkes sets its own: no official date was found, so a monthly Lokmin is in time within its month and a
 * report within a week.
 */
export const defaultDueDates: DueDates = { monthlyDay: 31, reportDays: 7 };

export function canSetDueDates(actor: Actor): boolean {
  return isDinkes(actor) && actor.role === "DINKES_ADMIN";
}

/** What counts for the actor's office, and whose word it is; null: the default. */
export async function findDueDates(actor: Actor): Promise<DueDates & { by: { id: string; name: string } | null }> {
  const [row] = await db.$queryRaw<(DueDates & { id: string; name: string })[]>`
    SELECT a.id, a.name, d."monthlyDay", d."reportDays"
    FROM unnest(${[...actor.organisation.pathIds]}::uuid[]) WITH ORDINALITY AS above(id, place)
    JOIN "Organisation" a ON a.id = above.id
    JOIN "LokminDueDate" d ON d."organisationId" = a.id ORDER BY above.place DESC LIMIT 1`;
  if (!row) return { ...defaultDueDates, by: null };
  const { id, name, ...dates } = row;
  return { ...dates, by: { id, name } };
}

export async function setDueDates(actor: Actor, input: DueDateInput): Promise<Outcome> {
  if (!canSetDueDates(actor)) throw new NotAllowed(actor, "set due dates");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const before = await tx.lokminDueDate.findUnique({ where: { organisationId } });
    await tx.lokminDueDate.upsert({ where: { organisationId }, create: { organisationId, ...input }, update: input });
    const was = before && { monthlyDay: before.monthlyDay, reportDays: before.reportDays };
    if (was?.monthlyDay === input.monthlyDay && was.reportDays === input.reportDays) return { ok: true };
    await recordEvent(tx, by(actor), {
      action: "due-dates.set",
      subjectId: organisationId,
      organisationId,
      data: { before: was, after: input },
    });
    return { ok: true };
  });
}
