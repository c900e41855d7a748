import { hash, verify } from "@node-rs/argon2";
import { db } from "@/lib/db";
import { canonicalEmail } from "@/lib/users/rules";

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

export const longestPassword = 200;

/** What is longer than any password can be is looked at in part, for the time it takes, and never right. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return (await verify(passwordHash, password.slice(0, longestPassword))) && password.length <= longestPassword;
}

let nobodysHash: Promise<string> | undefined;

export async function verifySignIn(
  email: string,
  password: string,
): Promise<{ id: string; passwordHash: string } | null> {
  nobodysHash ??= hashPassword("nobody has this password");
  const user = await db.user.findUnique({
    where: { email: canonicalEmail(email) },
    select: { id: true, passwordHash: true, deactivatedAt: true },
  });
  const matches = await isPassword(user?.passwordHash ?? (await nobodysHash), password);
  if (!user?.passwordHash || user.deactivatedAt || !matches) return null;
  return { id: user.id, passwordHash: user.passwordHash };
}
