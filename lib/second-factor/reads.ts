import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { isRequired } from "@/lib/second-factor/required";
import { appAddress } from "@/lib/second-factor/totp";
import { reopenToken } from "@/lib/secrets";

const shown = { id: true, name: true, createdAt: true, lastUsedAt: true } as const;

export async function listFactors(actor: Actor) {
  const { userId } = actor;
  const [apps, passkeys, codesLeft, isAsked] = await Promise.all([
    db.authenticatorApp.findMany({
      where: { userId, confirmedAt: { not: null } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: shown,
    }),
    db.passkey.findMany({ where: { userId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: shown }),
    db.recoveryCode.count({ where: { userId, usedAt: null } }),
    isRequired(userId),
  ]);
  return { apps, passkeys, codesLeft, isRequired: isAsked };
}

export type ListedFactor = Awaited<ReturnType<typeof listFactors>>["apps"][number];

export type StartedApp = { id: string; name: string; secret: string; address: string };

/**
 * The app that is being set up, for the page that shows its secret; null where none is.
 * @param id which this browser's form began: another sign-in of the same user sees none of it
 */
export async function findStartedApp(
  { userId, email }: { userId: string; email: string },
  id: string,
): Promise<StartedApp | null> {
  if (!isId(id)) return null;
  const app = await db.authenticatorApp.findFirst({
    where: { id, userId, confirmedAt: null, createdAt: { gt: new Date(Date.now() - startedMs) } },
  });
  const secret = app && reopenToken(app.sealedSecret);
  return secret ? { id: app.id, name: app.name, secret, address: appAddress(secret, email) } : null;
}

const startedMs = 60 * 60_000;
