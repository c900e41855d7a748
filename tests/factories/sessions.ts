import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { hashToken, newToken } from "@/lib/secrets";

/** Somebody who acts in a session that began just now. */
export async function inSession<A extends { userId: string }>(actor: A): Promise<A & { sessionId: string }> {
  const tokenHash = hashToken(await makeSession({ id: actor.userId }));
  const { id: sessionId } = await db.session.findUniqueOrThrow({ where: { tokenHash } });
  return { ...actor, sessionId };
}

/** The same in the newest that there is. */
export async function inLastSession<A extends { userId: string }>(actor: A): Promise<A & { sessionId: string }> {
  const where = { userId: actor.userId };
  const session = await db.session.findFirst({ where, orderBy: { createdAt: "desc" }, select: { id: true } });
  return { ...actor, sessionId: session?.id ?? "" };
}

/** A session as one browser keeps it. @returns its token */
export async function makeSession(user: { id: string }, device = "Chrome di Android"): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + 86_400_000);
  await db.session.create({
    data: { id: randomUUID(), userId: user.id, tokenHash: hashToken(token), device, expiresAt },
  });
  return token;
}
