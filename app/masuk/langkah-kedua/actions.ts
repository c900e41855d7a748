"use server";

import { redirect } from "next/navigation";
import type { Begun } from "@/components/second-factor/use-passkey";
import { readAssertion } from "@/lib/second-factor/passkey-schema";
import { askForPasskey, type RequestOptions } from "@/lib/second-factor/passkeys";
import { codeSchema } from "@/lib/second-factor/schema";
import { signInWithCode, signInWithSecondPasskey } from "@/lib/second-factor/sign-in";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { localAddress } from "@/lib/web/local-address";
import {
  clientBrowser,
  enterSession,
  limitCodes,
  limitPasskeys,
  noPasskeys,
  requirePending,
  tooMany,
} from "@/lib/web/second-step";

export async function enterCodeAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const pending = await requirePending();
  const parsed = parseForm(codeSchema, form);
  if (!parsed.ok) return parsed.state;
  const browser = await clientBrowser();
  const outcome = await limitCodes(pending, () => signInWithCode(pending, parsed.data.code, browser));
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return refused(outcome, form);
  await enterSession(pending.userId, outcome.sessionToken);
  redirect(localAddress(next) ?? "/beranda");
}

export async function beginSecondPasskeyAction(): Promise<Begun<RequestOptions>> {
  const pending = await requirePending();
  const options = await askForPasskey({ purpose: "SECOND_FACTOR", userId: pending.userId });
  return options ? { options } : { message: noPasskeys };
}

export async function secondPasskeyAction(next: string, sent: string): Promise<FormState> {
  const pending = await requirePending();
  const response = readAssertion(sent);
  if (!response) return { message: noPasskeys };
  const browser = await clientBrowser();
  const outcome = await limitPasskeys(
    browser.network,
    () => signInWithSecondPasskey(pending, response, browser),
    pending.userId,
  );
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return { message: outcome.reason };
  await enterSession(pending.userId, outcome.sessionToken);
  redirect(localAddress(next) ?? "/beranda");
}
