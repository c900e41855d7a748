import { type Actor, type ActorRow, actorColumns, actorOfRow } from "@/lib/actor";
import { acrossOffices } from "@/lib/database-scope";
import { db, isId, pool } from "@/lib/db";
import { hashToken, isToken } from "@/lib/secrets";
import { hashNetwork } from "@/lib/sessions/network";
import { idleHours, longestHours } from "@/lib/sessions/rules";

export type FoundSession = { id: string; actor: Actor };

const findStatement = {
  name: "session-find",
  text: `
    SELECT s.id AS "sessionId", s."seenAt" NOT BETWEEN now() - interval '5 minutes' AND now() AS "isStale",
      ${actorColumns}
    FROM "Session" s JOIN "User" u ON u.id = s."userId" JOIN "Organisation" o ON o.id = u."organisationId"
    WHERE s."tokenHash" = $1 AND s."endedAt" IS NULL AND s."expiresAt" > now()
      AND s."seenAt" > now() - interval '${idleHours} hours' AND u."deactivatedAt" IS NULL`,
};

/** Begun by a clock that was ahead, and put right since, a session is shortened to what it would have had. */
const touchStatement = {
  name: "session-touch",
  text: `
    UPDATE "Session" SET "seenAt" = now(), "expiresAt" = least("expiresAt", now() + interval '${longestHours} hours')
    WHERE id = $1`,
};

type Row = ActorRow & { sessionId: string; isStale: boolean };

/** The session behind a cookie's token and who acts in it, as of now; null where there is none that counts. */
export async function findSession(token: string | undefined): Promise<FoundSession | null> {
  if (token === undefined || !isToken(token)) return null;
  const { rows } = await acrossOffices(() => pool.query<Row>({ ...findStatement, values: [hashToken(token)] }));
  const [row] = rows;
  if (!row) return null;
  if (row.isStale) await acrossOffices(() => pool.query({ ...touchStatement, values: [row.sessionId] }));
  return { id: row.sessionId, actor: actorOfRow(row) };
}

/** Whether a cookie's token was once a session of this user, who is still one. */
export async function hadSession(token: string | undefined, userId: string): Promise<boolean> {
  if (token === undefined || !isToken(token) || !isId(userId)) return false;
  const where = { tokenHash: hashToken(token), userId, user: { deactivatedAt: null } };
  return (await acrossOffices(() => db.session.count({ where }))) > 0;
}

export async function isKnownNetwork(email: string, network: string): Promise<boolean> {
  const where = { user: { email }, network: hashNetwork(network) };
  return (await acrossOffices(() => db.session.count({ where }))) > 0;
}

export function listSessions(actor: Actor) {
  const now = Date.now();
  return db.session.findMany({
    where: {
      userId: actor.userId,
      endedAt: null,
      expiresAt: { gt: new Date(now) },
      seenAt: { gt: new Date(now - idleHours * 3_600_000) },
    },
    orderBy: [{ seenAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, device: true, address: true, createdAt: true, seenAt: true },
  });
}
