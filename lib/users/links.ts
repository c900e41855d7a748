import { type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { recordEvent } from "@/lib/events/record";
import { hashToken, isToken, newToken } from "@/lib/secrets";
import { endSessions } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";
import { isOwnPassword, ownPassword } from "@/lib/users/own-words";
import { linkHours } from "@/lib/users/rules";
import { hashPassword } from "@/lib/users/sign-in";

/** Two at once: the user's row lock leaves one open. @returns its token, which is kept nowhere */
export async function giveLink(tx: Db, userId: string, giverId: string | null): Promise<string> {
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`;
  await endLinks(tx, userId);
  const token = newToken();
  const expiresAt = new Date(Date.now() + linkHours * 3_600_000);
  await tx.signInLink.create({ data: { userId, createdById: giverId, tokenHash: hashToken(token), expiresAt } });
  return token;
}

export async function endLinks(tx: Db, userId: string): Promise<void> {
  const now = new Date();
  await tx.signInLink.updateMany({
    where: { userId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  });
}

/** Whose link it is, or null for one that is unknown, used, ended or of somebody deactivated. Changes nothing. */
export async function findLink(token: string): Promise<{ name: string; email: string; organisation: string } | null> {
  if (!isToken(token)) return null;
  const link = await db.signInLink.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: new Date() }, user: { deactivatedAt: null } },
    select: { user: { select: { name: true, email: true, organisation: { select: { name: true } } } } },
  });
  return link && { name: link.user.name, email: link.user.email, organisation: link.user.organisation.name };
}

/** Of two who use it at once the UPDATE lets one through. */
export async function spendLink(token: string, password: string): Promise<Outcome> {
  const link = await findLink(token);
  // A link that does not exist must not cost a hash.
  if (!link) return ended;
  if (isOwnPassword(password, link)) return ownPassword;
  const passwordHash = await hashPassword(password);
  return transact<Outcome>(async (tx) => {
    const [spent] = await tx.$queryRaw<{ userId: string }[]>`
      UPDATE "SignInLink" SET "usedAt" = now()
      WHERE "tokenHash" = ${hashToken(token)} AND "usedAt" IS NULL AND "expiresAt" > now()
      RETURNING "userId"`;
    if (!spent) return ended;
    const [user] = await tx.user.updateManyAndReturn({
      where: { id: spent.userId, deactivatedAt: null },
      data: { passwordHash },
      select: { id: true, name: true, organisationId: true },
    });
    if (!user) return ended;
    await endLinks(tx, user.id);
    await endSessions(tx, user.id, "PASSWORD_CHANGE");
    await recordEvent(
      tx,
      { userId: user.id, actor: user.name, onBehalfOf: null },
      {
        action: "password.set-by-link",
        subjectId: user.id,
        organisationId: user.organisationId,
        data: {},
      },
    );
    return { ok: true };
  });
}

const ended = refuse("Tautan ini tidak dapat dipakai lagi. Minta tautan baru kepada admin Anda.");
