import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor, Refusal } from "@/lib/actor";
import { countFailures, forgive, giveBack, take } from "@/lib/http/rate-limits";
import { log } from "@/lib/log";
import { noteGuessed } from "@/lib/second-factor/guessed";
import { confirmField, isConfirmed } from "@/lib/second-factor/hold";
import { findPending, type Pending } from "@/lib/second-factor/pending";
import type { Account, SignedIn } from "@/lib/second-factor/rules";
import { endSession } from "@/lib/sessions/lifetime";
import { longestHours } from "@/lib/sessions/rules";
import { type FormState, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { currentSession, requireActor } from "@/lib/web/session";
import { hostCookieOptions, pendingCookie, sessionCookie } from "@/lib/web/session-cookie";

export const noPasskeys = "Kunci sandi tidak dapat dipakai di sini. Pakai cara lain.";

export const tooMany = "Terlalu banyak percobaan yang gagal. Tunggu 15 menit, lalu coba lagi.";

/** Who gave the right password a while ago in this browser; anybody else begins at the sign-in. */
export async function requirePending(): Promise<Pending> {
  const pending = await findPending((await cookies()).get(pendingCookie())?.value);
  if (!pending) redirect("/masuk?error=LangkahLewat");
  return pending;
}

export async function requireSignedIn(): Promise<SignedIn & Actor> {
  const actor = await requireActor();
  const session = await currentSession();
  return { ...actor, sessionId: session?.id ?? "" };
}

export function confirmAddress(next: string): string {
  return withQuery("/akun/konfirmasi", { lanjut: next });
}

/** The same, where the password or a second factor was shown a few minutes ago; others show it first and come back. */
export async function requireConfirmedAt(place: string): Promise<SignedIn & Actor> {
  const holder = await requireSignedIn();
  if (!(await isConfirmed(holder))) redirect(confirmAddress(place));
  return holder;
}

/** What a form shows after a refusal; one that asks for a confirmation leads there, and from there back. */
export function refusedAt(place: string, refusal: Refusal, form: FormData): FormState {
  if (refusal.field === confirmField) redirect(confirmAddress(place));
  return refused(refusal, form);
}

/** The same where something was typed: it stays in the form, and is sent again after the confirmation. */
export function refusedTyped(place: string, refusal: Refusal, form: FormData): FormState {
  if (refusal.field !== confirmField) return refused(refusal, form);
  const link = { href: confirmAddress(place), text: "Konfirmasi" };
  return { ...refused({ ok: false, reason: refusal.reason }, form), link };
}

export async function clientBrowser() {
  const all = await headers();
  return { userAgent: all.get("user-agent") ?? "", network: all.get("x-client-address") ?? "" };
}

export async function keepSessionToken(sessionToken: string): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookie(), sessionToken, { ...hostCookieOptions(), maxAge: longestHours * 3600 });
}

export async function enterSession(userId: string, sessionToken: string): Promise<void> {
  const jar = await cookies();
  await endSession(jar.get(sessionCookie())?.value);
  await keepSessionToken(sessionToken);
  jar.set(pendingCookie(), "", { ...hostCookieOptions(), maxAge: 0 });
  const all = await headers();
  const from = { request: all.get("x-request-id"), address: all.get("x-client-address") };
  log.info({ ...from, actor: userId }, "masuk");
}

/**
 * Counts codes tried for a user's second factor, wherever they come from, before they are looked at.
 * @returns null where there were too many; its user is told
 */
export async function limitCodes<T extends { ok: boolean }>(
  account: Account,
  work: () => Promise<T>,
): Promise<T | null> {
  const { userId } = account;
  if (!(await take("secondFactor", userId)) || !(await take("secondFactorDaily", userId))) {
    await noteGuessed(account);
    return null;
  }
  const outcome = await work();
  noteShown("kode", outcome, userId);
  if (outcome.ok) {
    await forgive("secondFactor", userId);
    await giveBack("secondFactorDaily", userId);
  }
  return outcome;
}

/** A passkey's answer cannot be guessed: a user with too many wrong codes still enters by it. */
export async function limitPasskeys<T extends { ok: boolean }>(
  network: string,
  work: () => Promise<T>,
  userId?: string,
): Promise<T | null> {
  const outcome = await countFailures("passkeyAddress", network, work, ({ ok }) => ok);
  if (outcome) noteShown("kunci sandi", outcome, userId);
  return outcome;
}

/** What somebody showed in order to come in or to confirm, for the log. */
export function noteShown(factor: string, { ok }: { ok: boolean }, userId?: string): void {
  if (ok) log.info({ actor: userId, factor }, "bukti cocok");
  else log.warn({ actor: userId, factor }, "bukti tidak cocok");
}
