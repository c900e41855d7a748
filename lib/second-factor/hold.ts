import { type Refusal, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { confirmedMinutes, type Holder } from "@/lib/second-factor/rules";

/** The field of a refusal after which the password or a second factor is asked for again. */
export const confirmField = "konfirmasi";

/**
 * First statement of every change of somebody's own second factors: the user's row lock, and whether he may now. A
 * sign-in that waits for a second factor may set up the first one only.
 */
export async function holdAccount(tx: Db, holder: Holder): Promise<Refusal | null> {
  const { userId } = holder;
  const users = await tx.$queryRaw<object[]>`
    SELECT id FROM "User" WHERE id = ${userId}::uuid AND "deactivatedAt" IS NULL FOR NO KEY UPDATE`;
  if (users.length === 0) return pendingOver;
  if ("sessionId" in holder) return requireConfirmed(tx, holder);
  const pending = await tx.$queryRaw<object[]>`
    SELECT id FROM "PendingSignIn" WHERE id = ${holder.pendingId}::uuid AND "userId" = ${userId}::uuid
      AND "expiresAt" > now()`;
  if (pending.length === 0) return pendingOver;
  return (await countFactors(tx, userId)) > 0 ? pendingOver : null;
}

/** Whether the password or a second factor was shown in this session a few minutes ago. */
export async function requireConfirmed(
  tx: Db,
  session: { userId: string; sessionId: string },
): Promise<Refusal | null> {
  return (await isConfirmed(session, tx))
    ? null
    : refuse("Tunjukkan dulu bahwa ini memang Anda, lalu ulangi.", confirmField);
}

/** A moment that is still to come was noted by a clock that was put back since: it counts no more. */
export async function isConfirmed(
  { userId, sessionId }: { userId: string; sessionId: string },
  tx: Db = db,
): Promise<boolean> {
  const sessions = await tx.$queryRaw<object[]>`
    SELECT id FROM "Session" WHERE id = ${sessionId}::uuid AND "userId" = ${userId}::uuid AND "endedAt" IS NULL
      AND "confirmedAt" BETWEEN now() - make_interval(mins => ${confirmedMinutes}::int) AND now() + interval '1 minute'`;
  return sessions.length > 0;
}

export async function countFactors(tx: Db, userId: string): Promise<number> {
  const apps = await tx.authenticatorApp.count({ where: { userId, confirmedAt: { not: null } } });
  return apps + (await tx.passkey.count({ where: { userId } }));
}

const pendingOver = refuse("Waktu untuk langkah ini sudah habis. Masuk lagi dengan alamat email dan kata sandi Anda.");
