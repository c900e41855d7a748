import { randomUUID } from "node:crypto";
import { type Db, db } from "@/lib/db";
import { isRequired } from "@/lib/second-factor/required";
import { type Account, type NextStep, pendingMinutes } from "@/lib/second-factor/rules";
import { hashToken, isToken, newToken } from "@/lib/secrets";
import { type Browser, insertSession } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";

export async function nextStepOf(userId: string): Promise<NextStep> {
  const { apps, passkeys } = await countOf(userId);
  if (apps + passkeys > 0) return "confirm";
  return (await isRequired(userId)) ? "set up" : "open";
}

async function countOf(userId: string) {
  const [apps, passkeys] = await Promise.all([
    db.authenticatorApp.count({ where: { userId, confirmedAt: { not: null } } }),
    db.passkey.count({ where: { userId } }),
  ]);
  return { apps, passkeys };
}

/** @returns its token; null where the password that was checked is no longer the user's */
export async function beginPending({ id, passwordHash }: { id: string; passwordHash: string }): Promise<string | null> {
  const token = newToken();
  const count = await transact(async (tx) => {
    await tx.$executeRaw`DELETE FROM "PendingSignIn" WHERE "userId" = ${id}::uuid AND "expiresAt" < now()`;
    return tx.$executeRaw`
      INSERT INTO "PendingSignIn" (id, "userId", "tokenHash", "expiresAt")
      SELECT ${randomUUID()}::uuid, id, ${hashToken(token)}, now() + make_interval(mins => ${pendingMinutes}::int)
      FROM "User" WHERE id = ${id}::uuid AND "passwordHash" = ${passwordHash} AND "deactivatedAt" IS NULL FOR SHARE`;
  });
  return count === 0 ? null : token;
}

export type Pending = Account & { pendingId: string; hasApp: boolean; hasPasskey: boolean };

/** Whose password was right a while ago and who has not yet shown more. */
export async function findPending(token: string | undefined): Promise<Pending | null> {
  if (token === undefined || !isToken(token)) return null;
  const [row] = await db.$queryRaw<{ id: string; userId: string }[]>`
    SELECT p.id, p."userId" FROM "PendingSignIn" p JOIN "User" u ON u.id = p."userId"
    WHERE p."tokenHash" = ${hashToken(token)} AND p."expiresAt" > now()
      AND p."expiresAt" <= now() + make_interval(mins => ${pendingMinutes}::int) AND u."deactivatedAt" IS NULL`;
  if (!row) return null;
  const { id: userId, ...user } = await db.user.findUniqueOrThrow({
    where: { id: row.userId },
    select: { id: true, name: true, email: true, organisation: { select: { id: true, name: true, timeZone: true } } },
  });
  const { apps, passkeys } = await countOf(userId);
  return { ...user, userId, pendingId: row.id, hasApp: apps > 0, hasPasskey: passkeys > 0 };
}

/** Called once the second factor was checked: of two at once one opens a session. @returns its token */
export async function finishPending(
  tx: Db,
  { userId, pendingId }: { userId: string; pendingId: string },
  browser: Browser,
): Promise<string | null> {
  // The user's lock comes first, as in a change of the password, which ends what is pending.
  const users = await tx.$queryRaw<object[]>`
    SELECT id FROM "User" WHERE id = ${userId}::uuid AND "deactivatedAt" IS NULL FOR SHARE`;
  const count = await tx.$executeRaw`
    DELETE FROM "PendingSignIn" WHERE id = ${pendingId}::uuid AND "userId" = ${userId}::uuid AND "expiresAt" > now()`;
  return users.length === 0 || count === 0 ? null : insertSession(tx, userId, browser);
}
