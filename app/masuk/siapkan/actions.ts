"use server";

import { redirect } from "next/navigation";
import type { Begun } from "@/components/second-factor/use-passkey";
import { passkeyNameSchema, readRegistration } from "@/lib/second-factor/passkey-schema";
import { addPasskey, beginPasskey, type CreationOptions } from "@/lib/second-factor/passkeys";
import type { Pending } from "@/lib/second-factor/pending";
import { codeSchema, newAppSchema, startedAppSchema } from "@/lib/second-factor/schema";
import { openPending } from "@/lib/second-factor/sign-in";
import { beginApp, confirmApp } from "@/lib/second-factor/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { localAddress } from "@/lib/web/local-address";
import { withQuery } from "@/lib/web/query";
import { clientBrowser, enterSession, limitCodes, noPasskeys, requirePending, tooMany } from "@/lib/web/second-step";

export async function beginAppAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const pending = await requirePending();
  const parsed = parseForm(newAppSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await beginApp(pending, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  redirect(withQuery("/masuk/siapkan", { lanjut: localAddress(next) ?? "/beranda", aplikasi: parsed.data.id }));
}

export async function confirmAppAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const pending = await requirePending();
  const parsed = parseForm(codeSchema.extend(startedAppSchema.shape), form);
  if (!parsed.ok) return parsed.state;
  const { id, code } = parsed.data;
  const outcome = await limitCodes(pending, () => confirmApp(pending, id, code));
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return refused(outcome, form);
  return open(pending, next);
}

export async function beginPasskeyAction(): Promise<Begun<CreationOptions>> {
  const pending = await requirePending();
  const begun = await beginPasskey(pending);
  return begun.ok ? { options: begun.options } : { message: begun.reason };
}

export async function addPasskeyAction(next: string, name: string, sent: string): Promise<FormState> {
  const pending = await requirePending();
  const parsed = passkeyNameSchema.safeParse({ name });
  const response = readRegistration(sent);
  if (!response) return { message: noPasskeys };
  const { name: named = "Kunci sandi" } = parsed.data ?? {};
  const outcome = await addPasskey(pending, named, response);
  return outcome.ok ? open(pending, next) : { message: outcome.reason };
}

/** The first second factor is there: the session opens, and recovery codes are offered first of all. */
async function open(pending: Pending, next: string): Promise<FormState> {
  const opened = await openPending(pending, await clientBrowser());
  if (!opened.ok) return { message: opened.reason };
  await enterSession(pending.userId, opened.sessionToken);
  redirect(withQuery("/akun/keamanan/kode", { lanjut: localAddress(next) ?? "/beranda" }));
}
