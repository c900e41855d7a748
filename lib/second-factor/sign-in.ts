import { type Outcome, refuse } from "@/lib/actor";
import type { Assertion } from "@/lib/second-factor/passkey-schema";
import { spendPasskey } from "@/lib/second-factor/passkeys";
import { finishPending, type Pending } from "@/lib/second-factor/pending";
import { spendCode } from "@/lib/second-factor/spend";
import { type Browser, insertSession } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";

export type SignInOutcome = Outcome<{ sessionToken: string }>;

export async function signInWithCode(pending: Pending, code: string, browser: Browser): Promise<SignInOutcome> {
  const spent = await spendCode(pending, code);
  return spent.ok ? openPending(pending, browser) : spent;
}

export async function signInWithSecondPasskey(
  pending: Pending,
  response: Assertion,
  browser: Browser,
): Promise<SignInOutcome> {
  const spent = await spendPasskey({ purpose: "SECOND_FACTOR", userId: pending.userId }, response);
  return spent.ok ? openPending(pending, browser) : spent;
}

/** A passkey that knows its user by a finger or a PIN is both factors at once. */
export async function signInWithPasskey(
  response: Assertion,
  browser: Browser,
): Promise<Outcome<{ userId: string; sessionToken: string }>> {
  const spent = await spendPasskey({ purpose: "SIGN_IN", userId: null }, response);
  if (!spent.ok) return spent;
  const { userId } = spent;
  const sessionToken = await transact((tx) => insertSession(tx, userId, browser));
  return sessionToken ? { ok: true, userId, sessionToken } : tooLate;
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
