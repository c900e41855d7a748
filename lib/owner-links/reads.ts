import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { linksOf } from "@/lib/owner-links/refs";
import { canHandOutOwnerLinks, type OwnerRef, ownerLinkOf, ownerRefOf } from "@/lib/owner-links/rules";
import { openToken } from "@/lib/secrets";

export type CurrentLink = {
  id: string;
  ref: OwnerRef;
  address: string;
  createdAt: Date;
  handedOutAt: Date | null;
  remindedAt: Date | null;
};

export async function listOwnerLinks(actor: Actor, refs: readonly OwnerRef[]): Promise<Map<OwnerRef, CurrentLink>> {
  if (!canHandOutOwnerLinks(actor) || refs.length === 0) return new Map();
  const rows = await db.ownerLink.findMany({
    where: { organisationId: actor.organisation.id, revokedAt: null, OR: refs.map(linksOf) },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      seatId: true,
      userId: true,
      person: { select: { id: true, mergedIntoId: true } },
      tokenSealed: true,
      createdAt: true,
      handedOutAt: true,
      remindedAt: true,
    },
  });
  return new Map(
    rows.map(({ seatId, userId, person, tokenSealed, ...link }) => {
      const ref = ownerRefOf({
        responsibleSeatId: seatId,
        responsibleUserId: userId,
        responsiblePersonId: person && (person.mergedIntoId ?? person.id),
      });
      return [ref, { ...link, ref, address: ownerLinkOf(openToken(tokenSealed)) }];
    }),
  );
}
