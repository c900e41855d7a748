"use server";

import { redirect } from "next/navigation";
import { codeSchema } from "@/lib/second-factor/schema";
import { signInWithCode } from "@/lib/second-factor/sign-in";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { localAddress } from "@/lib/web/local-address";
import { clientBrowser, enterSession, limitFactor, requirePending, tooMany } from "@/lib/web/second-step";

export async function enterCodeAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const pending = await requirePending();
  const parsed = parseForm(codeSchema, form);
  if (!parsed.ok) return parsed.state;
  const browser = await clientBrowser();
  const outcome = await limitFactor(pending.userId, () => signInWithCode(pending, parsed.data.code, browser));
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return refused(outcome, form);
  await enterSession(pending.userId, outcome.sessionToken);
  redirect(localAddress(next) ?? "/beranda");
}
