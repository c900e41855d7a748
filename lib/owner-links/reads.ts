import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { canHandOutOwnerLinks, ownerLinkOf } from "@/lib/owner-links/rules";
import { openToken } from "@/lib/secrets";

export type CurrentLink = {
  id: string;
  ownerKey: string;
  /** The whole address, to be handed out. */
  address: string;
  createdAt: Date;
  handedOutAt: Date | null;
  remindedAt: Date | null;
};

/** The links that stand for owners of the actor's own puskesmas, by owner; for those who may hand them out. */
export async function listOwnerLinks(actor: Actor, ownerKeys: readonly string[]): Promise<Map<string, CurrentLink>> {
  if (!canHandOutOwnerLinks(actor) || ownerKeys.length === 0) return new Map();
  const rows = await db.ownerLink.findMany({
    where: { organisationId: actor.organisation.id, ownerKey: { in: [...ownerKeys] }, revokedAt: null },
    select: { id: true, ownerKey: true, tokenSealed: true, createdAt: true, handedOutAt: true, remindedAt: true },
  });
  return new Map(
    rows.map(({ tokenSealed, ...link }) => [link.ownerKey, { ...link, address: ownerLinkOf(openToken(tokenSealed)) }]),
  );
}
