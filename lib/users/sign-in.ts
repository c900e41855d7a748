import { hash, verify } from "@node-rs/argon2";
import { db } from "@/lib/db";
import { canonicalEmail } from "@/lib/users/rules";

// argon2id is the package's default; 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password);
}

let nobodysHash: Promise<string> | undefined;

/**
 * The user of an address and password, or null. An unknown address, a wrong password, a user without password
 * and a deactivated one take the same time: each checks one hash.
 */
export async function verifySignIn(
  email: string,
  password: string,
): Promise<{ id: string; passwordHash: string } | null> {
  nobodysHash ??= hashPassword("nobody has this password");
  const user = await db.user.findUnique({
    where: { email: canonicalEmail(email) },
    select: { id: true, passwordHash: true, deactivatedAt: true },
  });
  const matches = await isPassword(user?.passwordHash ?? (await nobodysHash), password.slice(0, 200));
  if (!user?.passwordHash || user.deactivatedAt || !matches) return null;
  return { id: user.id, passwordHash: user.passwordHash };
}
