import type { Actor, Outcome } from "@/lib/actor";
import { topics } from "@/lib/notifications/kinds";
import type { ChoiceInput } from "@/lib/notifications/schema";
import { transact } from "@/lib/transact";

/** @param upTo the newest event that was shown: what came since stays new */
export async function markAllRead(actor: Actor, upTo: bigint): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    await tx.notification.updateMany({
      where: { userId: actor.userId, readAt: null, eventId: { lte: upTo } },
      data: { readAt: new Date() },
    });
    return { ok: true };
  });
}

export async function markRead(actor: Actor, about: string, eventId: bigint): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    await tx.notification.updateMany({
      where: { userId: actor.userId, about, readAt: null, eventId: { lte: eventId } },
      data: { readAt: new Date() },
    });
    return { ok: true };
  });
}

/** How the actor wants to be told from now on: what is older is not sent. */
export async function saveChoice(actor: Actor, { topics: told, ...choice }: ChoiceInput): Promise<Outcome> {
  const values = {
    ...choice,
    muted: topics.filter((topic) => !told.includes(topic)),
    chosenAt: new Date(),
  };
  return transact<Outcome>(async (tx) => {
    const { userId } = actor;
    await tx.notificationChoice.upsert({ where: { userId }, create: { userId, ...values }, update: values });
    return { ok: true };
  });
}
