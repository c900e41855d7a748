"use server";

import { redirect } from "next/navigation";
import type { Begun } from "@/components/second-factor/use-passkey";
import { countFailures } from "@/lib/http/rate-limits";
import { confirmByCode, confirmByPasskey, confirmByPassword } from "@/lib/second-factor/confirm";
import { readAssertion } from "@/lib/second-factor/passkey-schema";
import { askForPasskey, type RequestOptions } from "@/lib/second-factor/passkeys";
import { codeSchema, passwordSchema } from "@/lib/second-factor/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { localAddress } from "@/lib/web/local-address";
import {
  keepSessionToken,
  limitCodes,
  limitPasskeys,
  noPasskeys,
  noteShown,
  requireSignedIn,
  tooMany,
} from "@/lib/web/second-step";
import { clientAddress } from "@/lib/web/session";

async function goOn(sessionToken: string, next: string): Promise<never> {
  await keepSessionToken(sessionToken);
  redirect(localAddress(next) ?? "/akun");
}

export async function confirmCodeAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = parseForm(codeSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await limitCodes(holder, () => confirmByCode(holder, parsed.data.code));
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return refused(outcome, form);
  return goOn(outcome.sessionToken, next);
}

export async function confirmPasswordAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = parseForm(passwordSchema, form);
  if (!parsed.ok) return parsed.state;
  const { password } = parsed.data;
  const check = () => confirmByPassword(holder, password);
  const outcome = await countFailures("oldPassword", holder.userId, check, ({ ok }) => ok);
  if (!outcome) return { message: tooMany };
  noteShown("kata sandi", outcome, holder.userId);
  if (!outcome.ok) return refused(outcome, form);
  return goOn(outcome.sessionToken, next);
}

export async function beginPasskeyConfirmAction(): Promise<Begun<RequestOptions>> {
  const { userId } = await requireSignedIn();
  const options = await askForPasskey({ purpose: "CONFIRM", userId });
  return options ? { options } : { message: noPasskeys };
}

export async function passkeyConfirmAction(next: string, sent: string): Promise<FormState> {
  const holder = await requireSignedIn();
  const response = readAssertion(sent);
  if (!response) return { message: noPasskeys };
  const outcome = await limitPasskeys(await clientAddress(), () => confirmByPasskey(holder, response), holder.userId);
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return { message: outcome.reason };
  return goOn(outcome.sessionToken, next);
}
