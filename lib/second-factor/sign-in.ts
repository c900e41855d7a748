import { type Outcome, refuse } from "@/lib/actor";
import { finishPending, type Pending } from "@/lib/second-factor/pending";
import { spendCode } from "@/lib/second-factor/spend";
import type { Browser } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";

export type SignInOutcome = Outcome<{ sessionToken: string }>;

export async function signInWithCode(pending: Pending, code: string, browser: Browser): Promise<SignInOutcome> {
  const spent = await spendCode(pending, code);
  return spent.ok ? openPending(pending, browser) : spent;
}

export function openPending(pending: { userId: string; pendingId: string }, browser: Browser): Promise<SignInOutcome> {
  return transact<SignInOutcome>(async (tx) => {
    const sessionToken = await finishPending(tx, pending, browser);
    return sessionToken ? { ok: true, sessionToken } : tooLate;
  });
}

export const tooLate = refuse(
  "Waktu untuk langkah ini sudah habis. Masuk lagi dengan alamat email dan kata sandi Anda.",
);
