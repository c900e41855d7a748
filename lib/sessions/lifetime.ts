import { randomUUID } from "node:crypto";
import { acrossOffices } from "@/lib/database-scope";
import { type Db, db } from "@/lib/db";
import { hashToken, isToken, newToken } from "@/lib/secrets";
import { hashNetwork } from "@/lib/sessions/network";
import { deviceName, longestHours, shortAddress } from "@/lib/sessions/rules";
import { Prisma } from "@/prisma/generated/client";
import type { SessionEnding } from "@/prisma/generated/enums";

const daysKept = 90;

export type Browser = { userAgent: string; network: string };

/** @returns its token, which only the cookie keeps; null where the password that was checked is no longer the user's */
export async function openSession(
  { id, passwordHash }: { id: string; passwordHash: string },
  browser: Browser,
): Promise<string | null> {
  const users = Prisma.sql`"passwordHash" = ${passwordHash}`;
  return insertSession(db, id, browser, users);
}

/** Times are the database's alone: the clock of this process may differ. */
export async function insertSession(
  tx: Db,
  userId: string,
  { userAgent, network }: Browser,
  where: Prisma.Sql = Prisma.sql`true`,
): Promise<string | null> {
  const token = newToken();
  const count = await tx.$executeRaw`
    INSERT INTO "Session" (id, "userId", "tokenHash", device, network, address, "expiresAt")
    SELECT ${randomUUID()}::uuid, id, ${hashToken(token)}, ${deviceName(userAgent)}, ${hashNetwork(network)},
      ${shortAddress(network)}, now() + make_interval(hours => ${longestHours}::int)
    FROM "User" WHERE id = ${userId}::uuid AND "deactivatedAt" IS NULL AND ${where} FOR SHARE`;
  if (count === 0) return null;
  await tx.$executeRaw`
    DELETE FROM "Session" WHERE "userId" = ${userId}::uuid
      AND "expiresAt" < now() - make_interval(days => ${daysKept}::int)`;
  return token;
}

export async function endSession(token: string | undefined): Promise<void> {
  if (token === undefined || !isToken(token)) return;
  const where = { tokenHash: hashToken(token), endedAt: null };
  await acrossOffices(() => db.session.updateMany({ where, data: { endedAt: new Date(), ending: "SIGN_OUT" } }));
}

/** Every session of a user, with what was begun in one: sign-ins that wait, an app whose first code is not yet shown. */
export async function endSessions(tx: Db, userId: string, ending: SessionEnding): Promise<void> {
  await tx.authenticatorApp.deleteMany({ where: { userId, confirmedAt: null } });
  await tx.pendingSignIn.deleteMany({ where: { userId } });
  await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date(), ending } });
}
