import type { Actor, Outcome } from "@/lib/actor";
import { isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { endSessions } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";

type InSession = Actor & { sessionId: string };

/** Somebody else's, and one that is over, are left as they are. */
export async function endOwnSession(actor: InSession, id: string): Promise<Outcome> {
  if (!isId(id)) return { ok: true };
  return transact<Outcome>(async (tx) => {
    const unconfirmed = await requireConfirmed(tx, actor);
    if (unconfirmed) return unconfirmed;
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

export async function endOwnSessions(actor: InSession): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const unconfirmed = await requireConfirmed(tx, actor);
    if (unconfirmed) return unconfirmed;
    await endSessions(tx, actor.userId, "SIGN_OUT_EVERYWHERE");
    await recordEvent(tx, by(actor), {
      action: "sessions.ended",
      subjectId: actor.userId,
      organisationId: actor.organisation.id,
      data: {},
    });
    return { ok: true };
  });
}
