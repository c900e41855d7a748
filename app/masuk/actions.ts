"use server";

import { redirect } from "next/navigation";
import type { Begun } from "@/components/second-factor/use-passkey";
import { countFailures, take } from "@/lib/http/rate-limits";
import { readAssertion } from "@/lib/second-factor/passkey-schema";
import { askForPasskey, type RequestOptions } from "@/lib/second-factor/passkeys";
import { signInWithPasskey } from "@/lib/second-factor/sign-in";
import type { FormState } from "@/lib/web/form";
import { localAddress } from "@/lib/web/local-address";
import { clientBrowser, enterSession, noPasskeys, noteShown, tooMany } from "@/lib/web/second-step";
import { clientAddress } from "@/lib/web/session";

export async function beginPasskeySignInAction(): Promise<Begun<RequestOptions>> {
  if (!(await take("passkeyAddress", await clientAddress()))) return { message: tooMany };
  const options = await askForPasskey({ purpose: "SIGN_IN", userId: null });
  return options ? { options } : { message: noPasskeys };
}

export async function passkeySignInAction(next: string, sent: string): Promise<FormState> {
  const address = await clientAddress();
  const response = readAssertion(sent);
  if (!response) return { message: noPasskeys };
  const browser = await clientBrowser();
  const signIn = () => signInWithPasskey(response, browser);
  const outcome = await countFailures("signInAddress", address, signIn, ({ ok }) => ok);
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) noteShown("kunci sandi", outcome);
  if (!outcome.ok) return { message: outcome.reason };
  await enterSession(outcome.userId, outcome.sessionToken);
  redirect(localAddress(next) ?? "/beranda");
}
