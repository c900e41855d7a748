import { type Outcome, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { countFactors } from "@/lib/second-factor/hold";
import type { Assertion } from "@/lib/second-factor/passkey-schema";
import { spendPasskey } from "@/lib/second-factor/passkeys";
import type { SignedIn } from "@/lib/second-factor/rules";
import { spendCode } from "@/lib/second-factor/spend";
import { hashToken, newToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import { isPassword } from "@/lib/users/sign-in";

/** The token that the browser's cookie has from now on. */
export type Confirmed = Outcome<{ sessionToken: string }>;

/** Who has a second factor shows it; others the password. */
export async function confirmByCode(holder: SignedIn, code: string): Promise<Confirmed> {
  const spent = await spendCode(holder, code);
  return spent.ok ? noteConfirmed(holder) : spent;
}

export async function confirmByPasskey(holder: SignedIn, response: Assertion): Promise<Confirmed> {
  const spent = await spendPasskey({ purpose: "CONFIRM", userId: holder.userId }, response);
  return spent.ok ? noteConfirmed(holder) : spent;
}

export async function confirmByPassword(holder: SignedIn, password: string): Promise<Confirmed> {
  const { userId } = holder;
  if ((await countFactors(db, userId)) > 0) return needsFactor;
  const user = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  if (!user.passwordHash || !(await isPassword(user.passwordHash, password))) return wrong;
  return noteConfirmed(holder);
}

/** The session goes on under another token: one that was copied before opens nothing that is confirmed now. */
export async function noteConfirmed({ userId, sessionId }: SignedIn): Promise<Confirmed> {
  const sessionToken = newToken();
  const count = await transact(
    (tx) => tx.$executeRaw`
    UPDATE "Session" SET "confirmedAt" = now(), "tokenHash" = ${hashToken(sessionToken)}
    WHERE id = ${sessionId}::uuid AND "userId" = ${userId}::uuid AND "endedAt" IS NULL`,
  );
  return count === 0 ? sessionOver : { ok: true, sessionToken };
}

const sessionOver = refuse("Sesi Anda sudah berakhir. Masuk lagi, lalu ulangi.");

const wrong = refuse("Kata sandi sekarang tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi.", "password");

const needsFactor = refuse("Akun Anda memakai verifikasi dua langkah: tunjukkan langkah kedua, bukan kata sandi.");
