import type { Actor, Outcome } from "@/lib/actor";
import { isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { endSessions } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";

/** Somebody else's, and one that is over, are left as they are. */
export async function endOwnSession(actor: Actor, id: string): Promise<Outcome> {
  if (!isId(id)) return { ok: true };
  return transact<Outcome>(async (tx) => {
    const [ended] = await tx.session.updateManyAndReturn({
      where: { id, userId: actor.userId, endedAt: null },
      data: { endedAt: new Date(), ending: "ENDED_FROM_LIST" },
      select: { device: true },
    });
    if (!ended) return { ok: true };
    await recordEvent(tx, by(actor), {
      action: "session.ended",
      subjectId: actor.userId,
      organisationId: actor.organisation.id,
      data: { device: ended.device },
    });
    return { ok: true };
  });
}

export async function endOwnSessions(actor: Actor): Promise<void> {
  await transact(async (tx) => {
    await endSessions(tx, actor.userId, "SIGN_OUT_EVERYWHERE");
    await recordEvent(tx, by(actor), {
      action: "sessions.ended",
      subjectId: actor.userId,
      organisationId: actor.organisation.id,
      data: {},
    });
  });
}
