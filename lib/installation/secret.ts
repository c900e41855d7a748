import { db } from "@/lib/db";
import { fingerprintOf, openToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";

const only = { id: 1 };

export async function isOwnSecret(): Promise<boolean> {
  const kept = await db.installation.findUnique({ where: only });
  if (kept) return kept.secretFingerprint === fingerprintOf(process.env.LOKMIN_SECRET ?? "");
  // A database of an earlier version kept none, but links that only its secret opens.
  if (!(await opensLinks())) return false;
  await rememberSecret();
  return true;
}

export async function rememberSecret(): Promise<void> {
  const data = { secretFingerprint: fingerprintOf(process.env.LOKMIN_SECRET ?? ""), recordedAt: new Date() };
  await transact((tx) => tx.installation.upsert({ where: only, create: { ...only, ...data }, update: data }));
}

async function opensLinks(): Promise<boolean> {
  const newest = { orderBy: { createdAt: "desc" }, select: { tokenSealed: true } } as const;
  const sealed = (await db.invitation.findFirst(newest)) ?? (await db.calendarFeed.findFirst(newest));
  if (!sealed) return true;
  try {
    openToken(sealed.tokenSealed);
    return true;
  } catch {
    return false;
  }
}
