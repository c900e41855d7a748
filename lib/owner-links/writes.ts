import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { seatName } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { linksOf, ownerRefSql } from "@/lib/owner-links/refs";
import { canHandOutOwnerLinks, isOwnerRef, type OwnerRef, parseOwnerRef } from "@/lib/owner-links/rules";
import { ofScope } from "@/lib/plan/item-query";
import { hashToken, newToken, reopenToken, sealToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import type { Prisma } from "@/prisma/generated/client";

type Owner = Pick<
  Prisma.OwnerLinkCreateManyInput,
  "seatId" | "userId" | "personId" | "name" | "title" | "institution" | "phone"
> & { institution: string };

/**
 * Made twice or by two at once, it is one link each: the index lets one stand.
 * @returns how many were made; owners who left, or have no row, get none
 */
export async function issueOwnerLinks(actor: Actor, refs: readonly OwnerRef[]): Promise<Outcome<{ issued: number }>> {
  if (!canHandOutOwnerLinks(actor)) throw new NotAllowed(actor, "make links of owners");
  const wanted = refs.filter(isOwnerRef).slice(0, 500);
  if (wanted.length === 0) return { ok: true, issued: 0 };
  return transact<Outcome<{ issued: number }>>(async (tx) => {
    const owners = await findOwners(tx, actor, wanted);
    const organisationId = actor.organisation.id;
    await endLostLinks(tx, organisationId, wanted);
    const rows = owners.map((owner) => {
      const token = newToken();
      return { organisationId, ...owner, tokenHash: hashToken(token), tokenSealed: sealToken(token) };
    });
    const made = await tx.ownerLink.createManyAndReturn({
      data: rows,
      skipDuplicates: true,
      select: { title: true, institution: true },
    });
    if (made.length > 0)
      await recordEvent(tx, by(actor), {
        action: "owner-link.issued",
        subjectId: organisationId,
        organisationId,
        data: { count: made.length, owner: made.length === 1 ? made.map(ownerLine).join("") : null },
      });
    return { ok: true, issued: made.length };
  }, ofJointMeetings);
}

/** Links that cannot be copied any more, since the secret that sealed them was lost, give way to new ones. */
async function endLostLinks(tx: Db, organisationId: string, refs: readonly OwnerRef[]): Promise<void> {
  const links = await tx.ownerLink.findMany({
    where: { organisationId, revokedAt: null, OR: refs.map(linksOf) },
    select: { id: true, tokenSealed: true },
  });
  const lost = links.filter(({ tokenSealed }) => reopenToken(tokenSealed) === null).map(({ id }) => id);
  if (lost.length === 0) return;
  await tx.ownerLink.updateMany({ where: { id: { in: lost } }, data: { revokedAt: new Date() } });
}

/** Ends an owner's link. A new one is made when the owner is next written to. */
export async function revokeOwnerLink(actor: Actor, ref: OwnerRef): Promise<Outcome> {
  if (!canHandOutOwnerLinks(actor)) throw new NotAllowed(actor, "revoke the link of an owner");
  if (!isOwnerRef(ref)) return gone;
  return transact<Outcome>(async (tx) => {
    const ended = await tx.ownerLink.updateManyAndReturn({
      where: { organisationId: actor.organisation.id, revokedAt: null, ...linksOf(ref) },
      data: { revokedAt: new Date() },
      select: { id: true, title: true, institution: true },
    });
    const [link] = ended;
    if (link)
      await recordEvent(tx, by(actor), {
        action: "owner-link.revoked",
        subjectId: link.id,
        organisationId: actor.organisation.id,
        data: { owner: ownerLine(link) },
      });
    return { ok: true };
  });
}

export async function markOwnerReminded(actor: Actor, ref: OwnerRef): Promise<Outcome> {
  if (!canHandOutOwnerLinks(actor)) throw new NotAllowed(actor, "remind an owner");
  if (!isOwnerRef(ref)) return gone;
  return transact<Outcome>(async (tx) => {
    const now = new Date();
    const [link] = await tx.ownerLink.updateManyAndReturn({
      where: { organisationId: actor.organisation.id, revokedAt: null, ...linksOf(ref) },
      data: { remindedAt: now },
      select: { id: true, title: true, institution: true },
    });
    if (!link) return gone;
    await tx.ownerLink.updateMany({ where: { id: link.id, handedOutAt: null }, data: { handedOutAt: now } });
    await recordEvent(tx, by(actor), {
      action: "owner-link.reminded",
      subjectId: link.id,
      organisationId: actor.organisation.id,
      data: { owner: ownerLine(link) },
    });
    return { ok: true };
  });
}

function ownerLine(owner: { title?: string | null; institution: string }): string {
  return [owner.title, owner.institution].filter(Boolean).join(", ");
}

const gone = refuse("Tautan ini sudah dicabut. Muat ulang halaman ini.");

type RowOwner = { ref: OwnerRef; institution: string; title: string | null; name: string | null };

/** Who the owners are now. A seat and a user are held still, so that none leaves while the link is made. */
async function findOwners(tx: Db, actor: Actor, refs: readonly OwnerRef[]): Promise<Owner[]> {
  const scope = [{ id: actor.organisation.id, name: actor.organisation.name }];
  const rows = await tx.$queryRaw<RowOwner[]>`
    SELECT DISTINCT ON (x.ref) x.* FROM (
      SELECT ${ownerRefSql} AS ref, t."responsibleInstitution" AS institution, t."responsibleTitle" AS title,
        t."responsibleName" AS name
      FROM "ActionItem" t WHERE ${ofScope(actor, scope)}
    ) x WHERE x.ref = ANY(${[...refs]}::text[]) ORDER BY x.ref`;
  const owners = rows.map((row) => ({ ...row, ...parseOwnerRef(row.ref) }));
  const ids = (kind: string) => owners.filter((owner) => owner.kind === kind).map(({ id }) => id);
  const seats = await holdSeats(tx, actor, ids("seat"));
  const users = await holdUsers(tx, ids("user"));
  return owners.flatMap(({ kind, id, institution, title, name }): Owner[] => {
    if (kind === "person") return [{ personId: id, institution, title, name }];
    const found = seats.get(id) ?? users.get(id);
    return found ? [found] : [];
  });
}

async function holdSeats(tx: Db, actor: Actor, ids: string[]): Promise<Map<string, Owner>> {
  if (ids.length === 0) return new Map();
  await tx.$queryRaw`SELECT 1 FROM "Seat" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`;
  const seats = await tx.seat.findMany({
    where: { id: { in: ids }, archivedAt: null },
    select: {
      id: true,
      organisationId: true,
      title: true,
      institution: true,
      holders: { where: { until: null }, select: { personId: true, prefix: true, name: true, phone: true } },
    },
  });
  return new Map(
    seats.map(({ id, institution, holders: [holder], ...seat }) => [
      id,
      {
        seatId: id,
        personId: holder?.personId ?? null,
        institution,
        title: seatName({ title: seat.title, prefix: holder?.prefix }),
        name: holder?.name ?? null,
        // The number of a co-organiser's contact is the co-organiser's.
        phone: seat.organisationId === actor.organisation.id ? (holder?.phone ?? null) : null,
      },
    ]),
  );
}

async function holdUsers(tx: Db, ids: string[]): Promise<Map<string, Owner>> {
  if (ids.length === 0) return new Map();
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`;
  const users = await tx.user.findMany({
    where: { id: { in: ids }, deactivatedAt: null },
    select: { id: true, personId: true, name: true, position: true, organisation: { select: { name: true } } },
  });
  return new Map(
    users.map((user) => [
      user.id,
      {
        userId: user.id,
        personId: user.personId,
        institution: user.organisation.name,
        title: user.position,
        name: user.name,
      },
    ]),
  );
}

/** Owners of a joint meeting are also seats and persons of the host. */
const ofJointMeetings = { acrossOffices: true };
