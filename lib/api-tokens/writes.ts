import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { mostTokens, writtenToken } from "@/lib/api-tokens/rules";
import type { NewToken } from "@/lib/api-tokens/schema";
import { isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { requireConfirmed } from "@/lib/second-factor/hold";
import { hashToken, newToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";

const dayMs = 86_400_000;

/** A token outlives the session that makes it. @returns the token as it is written, for the only time: the database keeps its hash */
export async function createToken(
  actor: Actor & { sessionId: string },
  { id, name, days }: NewToken,
): Promise<Outcome<{ token: string; expiresAt: Date }>> {
  const secret = newToken();
  return transact<Outcome<{ token: string; expiresAt: Date }>>(
    async (tx) => {
      const now = new Date();
      await tx.$queryRaw`SELECT 1 FROM "User" WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
      const refusal = await requireConfirmed(tx, actor);
      if (refusal) return refusal;
      const open = { userId: actor.userId, revokedAt: null, expiresAt: { gt: now } };
      if ((await tx.apiToken.count({ where: open })) >= mostTokens)
        return refuse(`Paling banyak ${mostTokens} token berlaku bersamaan: cabut dulu yang tidak dipakai`, "name");
      const expiresAt = new Date(now.getTime() + days * dayMs);
      await tx.apiToken.create({ data: { id, userId: actor.userId, name, tokenHash: hashToken(secret), expiresAt } });
      await recordEvent(tx, by(actor), {
        action: "api-token.created",
        subjectId: id,
        organisationId: actor.organisation.id,
        data: { name, expiresAt: expiresAt.toISOString() },
      });
      return { ok: true, token: writtenToken(secret), expiresAt };
    },
    {
      onDuplicate: () =>
        refuse("Token ini sudah dibuat dan hanya ditampilkan sekali. Muat ulang halaman, cabut, lalu buat yang baru."),
    },
  );
}

export async function revokeToken(actor: Actor, id: string): Promise<Outcome> {
  if (!isId(id)) throw new NotAllowed(actor, "revoke a token");
  return transact<Outcome>(async (tx) => {
    const token = await tx.apiToken.findFirst({ where: { id, userId: actor.userId } });
    if (!token) throw new NotAllowed(actor, `revoke token ${id}`);
    const { count } = await tx.apiToken.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } });
    if (count > 0)
      await recordEvent(tx, by(actor), {
        action: "api-token.revoked",
        subjectId: id,
        organisationId: actor.organisation.id,
        data: { name: token.name },
      });
    return { ok: true };
  });
}
