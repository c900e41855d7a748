import { type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { countFactors } from "@/lib/second-factor/hold";
import type { Assertion } from "@/lib/second-factor/passkey-schema";
import { spendPasskey } from "@/lib/second-factor/passkeys";
import type { SignedIn } from "@/lib/second-factor/rules";
import { spendCode } from "@/lib/second-factor/spend";
import { transact } from "@/lib/transact";
import { isPassword } from "@/lib/users/sign-in";

/** Who has a second factor shows it; others the password. */
export async function confirmByCode(holder: SignedIn, code: string): Promise<Outcome> {
  const spent = await spendCode(holder, code);
  if (spent.ok) await noteConfirmed(holder);
  return spent;
}

export async function confirmByPasskey(holder: SignedIn, response: Assertion): Promise<Outcome> {
  const spent = await spendPasskey({ purpose: "CONFIRM", userId: holder.userId }, response);
  if (!spent.ok) return spent;
  await noteConfirmed(holder);
  return { ok: true };
}

export async function confirmByPassword(holder: SignedIn, password: string): Promise<Outcome> {
  const { userId } = holder;
  if ((await countFactors(db, userId)) > 0) return needsFactor;
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  if (!user.passwordHash || !(await isPassword(user.passwordHash, password))) return wrong;
  await noteConfirmed(holder);
  return { ok: true };
}

export async function noteConfirmed({ userId, sessionId }: SignedIn): Promise<void> {
  await transact(
    (tx) => tx.$executeRaw`
    UPDATE "Session" SET "confirmedAt" = now()
    WHERE id = ${sessionId}::uuid AND "userId" = ${userId}::uuid AND "endedAt" IS NULL`,
  );
}

const wrong = refuse("Kata sandi sekarang tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi.", "password");

const needsFactor = refuse("Akun Anda memakai verifikasi dua langkah: tunjukkan langkah kedua, bukan kata sandi.");
