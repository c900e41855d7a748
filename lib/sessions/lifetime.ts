import { randomUUID } from "node:crypto";
import { type Db, db } from "@/lib/db";
import { hashToken, isToken, newToken } from "@/lib/secrets";
import { hashNetwork } from "@/lib/sessions/network";
import { deviceName, longestHours } from "@/lib/sessions/rules";
import type { SessionEnding } from "@/prisma/generated/enums";

const daysKept = 90;

/** @returns its token, which only the cookie keeps; null where the password that was checked is no longer the user's */
export async function openSession(
  { id, passwordHash }: { id: string; passwordHash: string },
  { userAgent, network }: { userAgent: string; network: string },
): Promise<string | null> {
  const token = newToken();
  const count = await db.$executeRaw`
    INSERT INTO "Session" (id, "userId", "tokenHash", device, network, "expiresAt")
    SELECT ${randomUUID()}::uuid, id, ${hashToken(token)}, ${deviceName(userAgent)}, ${hashNetwork(network)}, now() + make_interval(hours => ${longestHours}::int)
    FROM "User" WHERE id = ${id}::uuid AND "passwordHash" = ${passwordHash} AND "deactivatedAt" IS NULL FOR SHARE`;
  if (count === 0) return null;
  const old = new Date(Date.now() - daysKept * 86_400_000);
  await db.session.deleteMany({ where: { userId: id, expiresAt: { lt: old } } });
  return token;
}

export async function endSession(token: string | undefined): Promise<void> {
  if (token === undefined || !isToken(token)) return;
  await db.session.updateMany({
    where: { tokenHash: hashToken(token), endedAt: null },
    data: { endedAt: new Date(), ending: "SIGN_OUT" },
  });
}

export async function endSessions(tx: Db, userId: string, ending: SessionEnding): Promise<void> {
  await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date(), ending } });
}
