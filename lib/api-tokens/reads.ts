import { type Actor, findActor } from "@/lib/actor";
import { acrossOffices } from "@/lib/database-scope";
import { db, pool } from "@/lib/db";
import { hashToken } from "@/lib/secrets";

const findStatement = {
  name: "api-token-find",
  text: `
    SELECT id, "userId", "lastUsedAt" IS NULL OR "lastUsedAt" < now() - interval '5 minutes' AS "isStale"
    FROM "ApiToken" WHERE "tokenHash" = $1 AND "revokedAt" IS NULL AND "expiresAt" > now()`,
};

const touchStatement = { name: "api-token-touch", text: `UPDATE "ApiToken" SET "lastUsedAt" = now() WHERE id = $1` };

type Row = { id: string; userId: string; isStale: boolean };

/** Who a token reads for, as of now; null where it counts no more, or its user is deactivated. */
export async function findActorOfToken(secret: string): Promise<{ id: string; actor: Actor } | null> {
  const { rows } = await acrossOffices(() => pool.query<Row>({ ...findStatement, values: [hashToken(secret)] }));
  const [row] = rows;
  const actor = row ? await findActor(row.userId) : null;
  if (!row || !actor) return null;
  if (row.isStale) await acrossOffices(() => pool.query({ ...touchStatement, values: [row.id] }));
  return { id: row.id, actor };
}

export function listTokens(actor: Actor) {
  return db.apiToken.findMany({
    where: { userId: actor.userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, name: true, createdAt: true, expiresAt: true, lastUsedAt: true, revokedAt: true },
  });
}

export type ListedToken = Awaited<ReturnType<typeof listTokens>>[number];
