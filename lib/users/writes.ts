import { type Actor, NotAllowed, type Outcome, organisationsWithin, type Refusal, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { endLinksOfUser } from "@/lib/owner-links/revoke";
import { addPerson, correctPerson, settlePerson } from "@/lib/persons/choose";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { endSessions } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";
import { endLinks, giveLink } from "@/lib/users/links";
import { canManageUsers, isAdminRole, rolesOf } from "@/lib/users/rules";
import type { NewUserInput, UserInput } from "@/lib/users/schema";

/** The organisation's row lock comes first: what is decided about its admins is decided one after the other. */
export async function lockUser(tx: Db, actor: Actor, id: string, what: string) {
  if (!canManageUsers(actor)) throw new NotAllowed(actor, `${what} ${id}`);
  const where = { id, organisation: organisationsWithin(actor) };
  const known = isId(id) ? await tx.user.findFirst({ where, select: { organisationId: true } }) : null;
  if (!known) throw new NotAllowed(actor, `${what} ${id}`);
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${known.organisationId}::uuid FOR NO KEY UPDATE`;
  return tx.user.findUniqueOrThrow({
    where: { id },
    include: { organisation: { select: { kind: true, name: true } } },
  });
}

type LockedUser = Awaited<ReturnType<typeof lockUser>>;

/** An organisation without an admin could not help itself. To be asked under the organisation's lock. */
async function requireOtherAdmin(tx: Db, user: LockedUser): Promise<Refusal | null> {
  if (!isAdminRole(user.role) || user.deactivatedAt) return null;
  const others = await tx.user.count({
    where: { organisationId: user.organisationId, role: user.role, deactivatedAt: null, id: { not: user.id } },
  });
  return others > 0
    ? null
    : refuse(
        `${user.name} satu-satunya admin aktif di ${user.organisation.name}. Jadikan orang lain admin lebih dulu.`,
      );
}

/** @returns the link's token, or null where the same form had made the user already */
export async function addUser(
  actor: Actor & { sessionId: string },
  input: NewUserInput,
): Promise<Outcome<{ id: string; token: string | null }>> {
  if (!canManageUsers(actor)) throw new NotAllowed(actor, "add a user");
  const organisation = await db.organisation.findFirst({
    where: { AND: [{ id: input.organisationId }, organisationsWithin(actor)] },
    select: { id: true, kind: true, name: true },
  });
  if (!organisation) throw new NotAllowed(actor, `add a user to ${input.organisationId}`);
  if (!rolesOf(organisation.kind).includes(input.role)) return foreignRole(organisation.name);
  return transact<Outcome<{ id: string; token: string | null }>>(
    async (tx) => {
      const { person, ...values } = input;
      if (await wasAdded(tx, input)) return { ok: true, id: input.id, token: null };
      const refusal = isAdminRole(input.role) ? await requireConfirmed(tx, actor) : null;
      if (refusal) return refusal;
      const settled = await personOf(tx, actor, organisation, input, person);
      // The same form sent twice may have made the person meanwhile.
      if (!settled.ok) return (await wasAdded(tx, input)) ? { ok: true, id: input.id, token: null } : settled;
      await tx.user.create({ data: { ...values, personId: settled.personId } });
      const token = await giveLink(tx, input.id, actor.userId);
      await recordEvent(tx, by(actor), {
        action: "user.added",
        subjectId: input.id,
        organisationId: organisation.id,
        data: { name: input.name, role: input.role },
      });
      return { ok: true, id: input.id, token };
    },
    {
      onDuplicate: async () => {
        if (await wasAdded(db, input)) return { ok: true, id: input.id, token: null };
        return takenEmail(actor, input.email);
      },
    },
  );
}

async function wasAdded(tx: Db, { id, email, organisationId }: NewUserInput): Promise<boolean> {
  return (await tx.user.count({ where: { id, email, organisationId } })) > 0;
}

/** Only the office itself is asked who is meant: its records of people are nobody else's to see. */
async function personOf(
  tx: Db,
  actor: Actor,
  organisation: { id: string; name: string },
  { name, position: title, email }: NewUserInput,
  answer: string | null,
) {
  const typed = { name, title, institution: organisation.name, email };
  if (organisation.id === actor.organisation.id) return settlePerson(tx, organisation.id, typed, answer);
  return { ok: true as const, personId: await addPerson(tx, organisation.id, typed) };
}

/** Who signs in by which address, and who becomes an admin, is changed by somebody who showed the password a few minutes ago. */
export async function editUser(
  actor: Actor & { sessionId: string },
  id: string,
  edit: UserInput & { version: number },
): Promise<Outcome> {
  const { version, ...input } = edit;
  return transact<Outcome>(
    async (tx) => {
      const user = await lockUser(tx, actor, id, "edit user");
      if (!rolesOf(user.organisation.kind).includes(input.role)) return foreignRole(user.organisation.name);
      if (user.role !== input.role && !isAdminRole(input.role)) {
        const refusal = await requireOtherAdmin(tx, user);
        if (refusal) return { ...refusal, field: "role" };
      }
      if (user.version !== version) return editedMeanwhile;
      const becomesAdmin = user.role !== input.role && isAdminRole(input.role);
      const refusal = user.email !== input.email || becomesAdmin ? await requireConfirmed(tx, actor) : null;
      if (refusal) return refusal;
      await tx.user.update({ where: { id }, data: { ...input, version: { increment: 1 } } });
      const { name, position: title, email } = input;
      await correctPerson(tx, user.personId, { ...user, title: user.position }, { name, title, email });
      await recordEvent(tx, by(actor), {
        action: "user.edited",
        subjectId: id,
        organisationId: user.organisationId,
        data: { before: accountOf(user), after: accountOf(input) },
      });
      if (user.email !== email)
        await recordEvent(tx, by(actor), {
          action: "user.email-changed",
          subjectId: id,
          organisationId: user.organisationId,
          data: { name, before: user.email, after: email },
        });
      return { ok: true };
    },
    { onDuplicate: () => takenEmail(actor, input.email) },
  );
}

const editedMeanwhile = refuse(
  "Pengguna ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya; isian Anda masih ada di bawah ini.",
);

function accountOf({ name, position, role, email }: UserInput) {
  return { name, position, role, email };
}

/** Through the link its maker could enter as that user: an open session alone does not make one. */
export async function renewLink(actor: Actor & { sessionId: string }, id: string): Promise<Outcome<{ token: string }>> {
  return transact<Outcome<{ token: string }>>(async (tx) => {
    const user = await lockUser(tx, actor, id, "renew the link of user");
    if (user.deactivatedAt) return refuse("Pengguna ini nonaktif. Aktifkan dulu, lalu buat tautan.");
    const refusal = await requireConfirmed(tx, actor);
    if (refusal) return refusal;
    const token = await giveLink(tx, id, actor.userId);
    await recordEvent(tx, by(actor), {
      action: "user.link-given",
      subjectId: id,
      organisationId: user.organisationId,
      data: { name: user.name },
    });
    return { ok: true, token };
  });
}

/** Ends sessions, links and API tokens at once, for good. Not for oneself, nor for the last admin. */
export async function deactivateUser(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const user = await lockUser(tx, actor, id, "deactivate user");
    if (id === actor.userId) return refuse("Anda tidak dapat menonaktifkan diri sendiri. Minta admin lain.");
    if (user.deactivatedAt) return { ok: true };
    const refusal = await requireOtherAdmin(tx, user);
    if (refusal) return refusal;
    await tx.user.update({ where: { id }, data: { deactivatedAt: new Date() } });
    await endSessions(tx, id, "DEACTIVATION");
    await endLinks(tx, id);
    await endLinksOfUser(tx, id);
    await tx.apiToken.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: new Date() } });
    await recordEvent(tx, by(actor), {
      action: "user.deactivated",
      subjectId: id,
      organisationId: user.organisationId,
      data: { name: user.name },
    });
    return { ok: true };
  });
}

export async function reactivateUser(actor: Actor, id: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    const user = await lockUser(tx, actor, id, "reactivate user");
    if (!user.deactivatedAt) return { ok: true };
    await tx.user.update({ where: { id }, data: { deactivatedAt: null } });
    await recordEvent(tx, by(actor), {
      action: "user.reactivated",
      subjectId: id,
      organisationId: user.organisationId,
      data: { name: user.name },
    });
    return { ok: true };
  });
}

function foreignRole(organisation: string): Refusal {
  return refuse(`Peran ini tidak ada di ${organisation}. Pilih peran dari daftar.`, "role");
}

async function takenEmail(actor: Actor, email: string): Promise<Refusal> {
  const other = await db.user.findFirst({
    where: { email, organisation: organisationsWithin(actor) },
    select: { name: true, organisation: { select: { name: true } } },
  });
  const whose = other ? `${other.name} (${other.organisation.name})` : "pengguna lain";
  return refuse(`Alamat email ${email} sudah dipakai ${whose}. Pakai alamat lain.`, "email");
}
