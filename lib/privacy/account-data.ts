import type { Actor } from "@/lib/actor";
import { listTokens } from "@/lib/api-tokens/reads";
import { db } from "@/lib/db";
import { tellEvent } from "@/lib/events/tell";
import { listFactors } from "@/lib/second-factor/reads";
import { listSessions } from "@/lib/sessions/reads";

const most = 500;

/** What is kept about a user's account, for himself; no secret of it. */
export async function copyAccountData(actor: Actor) {
  const { userId } = actor;
  const [akun, perangkat, { apps, passkeys }, tokens, membaca, events] = await Promise.all([
    db.user.findUniqueOrThrow({
      where: { id: userId },
      select: {
        ...{ name: true, email: true, position: true, role: true, createdAt: true },
        organisation: { select: { name: true } },
      },
    }),
    listSessions(actor),
    listFactors(actor),
    listTokens(actor),
    db.personalReading.findMany({
      where: { userId },
      orderBy: { firstAt: "desc" },
      take: most,
      select: { firstAt: true, kind: true, organisation: { select: { name: true } } },
    }),
    db.event.findMany({
      where: { userId },
      orderBy: { id: "desc" },
      take: most,
      select: { at: true, action: true, data: true, verb: true, subject: true, detail: true },
    }),
  ]);
  const tokenApi = tokens.map(({ name, createdAt, expiresAt, lastUsedAt }) => ({
    ...{ name, createdAt, expiresAt, lastUsedAt },
  }));
  const riwayat = events.map(({ at, ...event }) => {
    const { verb, subject } = tellEvent(event);
    return { at, says: `${verb}: ${subject}` };
  });
  return { akun, perangkat, aplikasiAutentikator: apps, kunciSandi: passkeys, tokenApi, membaca, riwayat };
}
