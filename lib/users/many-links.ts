import { type Actor, NotAllowed, type Outcome, organisationsWithin } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { hashToken, newToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import { canManageUsers, linkHours } from "@/lib/users/rules";
import type { Prisma } from "@/prisma/generated/client";

export const mostLinks = 200;

const shown = { id: true, name: true, email: true, organisation: { select: { id: true, name: true } } } as const;

/** Who was added and never made a password; only these get links many at once. */
function strangersOf(actor: Actor): Prisma.UserWhereInput {
  return { organisation: organisationsWithin(actor), passwordHash: null, deactivatedAt: null };
}

export async function listStrangers(actor: Actor, organisationId?: string) {
  if (!canManageUsers(actor)) return [];
  return db.user.findMany({
    where: { AND: [strangersOf(actor), ...(isId(organisationId ?? "") ? [{ organisationId }] : [])] },
    orderBy: [{ organisation: { name: "asc" } }, { name: "asc" }, { id: "asc" }],
    take: mostLinks,
    select: shown,
  });
}

export type GivenLinks = { id: string; name: string; email: string; organisation: string; token: string }[];

/** A sign-in link for each of those named who may get one; earlier links of theirs end. */
export async function giveLinks(
  actor: Actor & { sessionId: string },
  userIds: readonly string[],
): Promise<Outcome<{ links: GivenLinks }>> {
  if (!canManageUsers(actor)) throw new NotAllowed(actor, "give links to users");
  return transact<Outcome<{ links: GivenLinks }>>(async (tx) => {
    const ids = userIds.filter(isId).slice(0, mostLinks);
    const visible = await tx.user.count({ where: { id: { in: ids }, organisation: organisationsWithin(actor) } });
    if (visible < new Set(ids).size) throw new NotAllowed(actor, "give links to users of others");
    const refusal = await requireConfirmed(tx, actor);
    return refusal ?? { ok: true, links: await makeLinks(tx, actor, ids) };
  });
}

/** A step of the transaction that made the users or asks for their links. */
export async function makeLinks(tx: Db, actor: Actor, ids: string[]): Promise<GivenLinks> {
  // Of two who give links at once the later ones count.
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT 1 FROM "User" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE
    ) held`;
  const users = await tx.user.findMany({
    where: { AND: [{ id: { in: ids } }, strangersOf(actor)] },
    orderBy: [{ organisation: { name: "asc" } }, { name: "asc" }, { id: "asc" }],
    select: shown,
  });
  const given = users.map(({ organisation, ...user }) => ({ ...user, organisation, token: newToken() }));
  const now = new Date();
  const expiresAt = new Date(now.getTime() + linkHours * 3_600_000);
  await tx.signInLink.updateMany({
    where: { userId: { in: given.map(({ id }) => id) }, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
  await tx.signInLink.createMany({
    data: given.map(({ id, token }) => ({
      userId: id,
      createdById: actor.userId,
      tokenHash: hashToken(token),
      expiresAt,
    })),
  });
  await recordEvents(
    tx,
    by(actor),
    given.map(({ id, name, organisation }) => ({
      action: "user.link-given" as const,
      subjectId: id,
      organisationId: organisation.id,
      data: { name },
    })),
  );
  return given.map(({ organisation, ...link }) => ({ ...link, organisation: organisation.name }));
}
