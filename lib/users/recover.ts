import { type Actor, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { type Author, by, recordEvent } from "@/lib/events/record";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { endSessions } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";
import { giveLink } from "@/lib/users/links";
import { canonicalEmail, isAdminRole } from "@/lib/users/rules";
import { lockUser } from "@/lib/users/writes";

type Recovered = Outcome<{ token: string }>;

/**
 * For somebody who lost his second factor: takes away every way into the account, ends his sessions and API tokens, and
 * gives a link for a new password. The old password ends too: alone it would open the account now.
 */
export async function recoverUser(actor: Actor & { sessionId: string }, id: string): Promise<Recovered> {
  return transact<Recovered>(async (tx) => {
    const user = await lockUser(tx, actor, id, "recover user");
    if (id === actor.userId)
      return refuse("Anda tidak dapat memulihkan akun sendiri. Minta admin lain, atau pakai kode pemulihan.");
    if (user.deactivatedAt) return refuse("Pengguna ini nonaktif. Aktifkan dulu, lalu pulihkan.");
    const refusal = await requireConfirmed(tx, actor);
    return refusal ?? takeAway(tx, user, { author: by(actor), giverId: actor.userId });
  });
}

/** From the server's own command line, for an admin whom nobody above can help. */
export async function recoverAdmin(email: string): Promise<Recovered> {
  return transact<Recovered>(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: canonicalEmail(email) } });
    if (!user || !isAdminRole(user.role)) return refuse(`Tidak ada admin dengan alamat email ${email}.`);
    await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${user.id}::uuid FOR NO KEY UPDATE`;
    await tx.user.update({ where: { id: user.id }, data: { deactivatedAt: null } });
    return takeAway(tx, user, { author: { actor: "Pengelola server", onBehalfOf: null }, giverId: null });
  });
}

type Taken = { author: Author; giverId: string | null };

async function takeAway(
  tx: Db,
  { id, name, organisationId }: { id: string; name: string; organisationId: string },
  { author, giverId }: Taken,
): Promise<Recovered> {
  const ofUser = { where: { userId: id } };
  const apps = await tx.authenticatorApp.deleteMany(ofUser);
  const passkeys = await tx.passkey.deleteMany(ofUser);
  await tx.passkeyChallenge.deleteMany(ofUser);
  await tx.recoveryCode.deleteMany(ofUser);
  await tx.user.update({ where: { id }, data: { passwordHash: null } });
  await endSessions(tx, id, "RECOVERY");
  const tokens = await tx.apiToken.updateMany({
    where: { userId: id, revokedAt: null, expiresAt: { gt: new Date() } },
    data: { revokedAt: new Date() },
  });
  const token = await giveLink(tx, id, giverId);
  await recordEvent(tx, author, {
    action: "user.recovered",
    subjectId: id,
    organisationId,
    data: { name, factors: apps.count + passkeys.count, tokens: tokens.count },
  });
  return { ok: true, token };
}

export async function listAdmins(): Promise<{ email: string; name: string; organisation: string }[]> {
  const users = await db.user.findMany({
    where: { role: { in: ["DINKES_ADMIN", "PUSKESMAS_ADMIN"] } },
    orderBy: [{ organisation: { kind: "asc" } }, { organisation: { name: "asc" } }, { name: "asc" }],
    take: 50,
    select: { email: true, name: true, organisation: { select: { name: true } } },
  });
  return users.map(({ organisation, ...user }) => ({ ...user, organisation: organisation.name }));
}
