import { type Actor, NotAllowed, type Outcome } from "@/lib/actor";
import { canKeepFeed, type FeedOwner } from "@/lib/calendar/rules";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { hashToken, newToken, sealToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";

/**
 * Makes a new address for a calendar to subscribe to; the old one ends at once. It reads on for anybody who has it, so a
 * session that was left open does not give it away.
 */
export async function renewFeed(actor: Actor & { sessionId: string }, owner: FeedOwner): Promise<Outcome> {
  if (!canKeepFeed(actor, owner)) throw new NotAllowed(actor, `renew the feed of ${owner}`);
  const token = newToken();
  return transact<Outcome>(async (tx) => {
    const unconfirmed = await requireConfirmed(tx, actor);
    if (unconfirmed) return unconfirmed;
    await lockOwner(tx, actor, owner);
    const { count } = await endFeeds(tx, actor, owner);
    await tx.calendarFeed.create({
      data: {
        organisationId: actor.organisation.id,
        userId: owner === "saya" ? actor.userId : null,
        tokenHash: hashToken(token),
        tokenSealed: sealToken(token),
      },
    });
    await recordEvent(tx, by(actor), {
      action: count > 0 ? "calendar-feed.renewed" : "calendar-feed.created",
      subjectId: actor.organisation.id,
      organisationId: actor.organisation.id,
      data: { owner },
    });
    return { ok: true };
  });
}

export async function revokeFeed(actor: Actor, owner: FeedOwner): Promise<Outcome> {
  if (!canKeepFeed(actor, owner)) throw new NotAllowed(actor, `revoke the feed of ${owner}`);
  await transact(async (tx) => {
    await lockOwner(tx, actor, owner);
    const { count } = await endFeeds(tx, actor, owner);
    if (count === 0) return;
    await recordEvent(tx, by(actor), {
      action: "calendar-feed.revoked",
      subjectId: actor.organisation.id,
      organisationId: actor.organisation.id,
      data: { owner },
    });
  });
  return { ok: true };
}

function endFeeds(tx: Db, actor: Actor, owner: FeedOwner) {
  const mine = owner === "saya" ? { userId: actor.userId } : { organisationId: actor.organisation.id, userId: null };
  return tx.calendarFeed.updateMany({ where: { ...mine, revokedAt: null }, data: { revokedAt: new Date() } });
}

/** Two renewals at once leave one address: the second waits for the first. */
async function lockOwner(tx: Db, actor: Actor, owner: FeedOwner): Promise<void> {
  if (owner === "saya") await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
  else await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${actor.organisation.id}::uuid FOR NO KEY UPDATE`;
}
