"use server";

import { redirect } from "next/navigation";
import { countFailures } from "@/lib/http/rate-limits";
import { confirmByCode, confirmByPassword } from "@/lib/second-factor/confirm";
import { codeSchema, passwordSchema } from "@/lib/second-factor/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { localAddress } from "@/lib/web/local-address";
import { limitFactor, requireSignedIn, tooMany } from "@/lib/web/second-step";

export async function confirmCodeAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = parseForm(codeSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await limitFactor(holder.userId, () => confirmByCode(holder, parsed.data.code));
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return refused(outcome, form);
  redirect(localAddress(next) ?? "/akun");
}

export async function confirmPasswordAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = parseForm(passwordSchema, form);
  if (!parsed.ok) return parsed.state;
  const { password } = parsed.data;
  const check = () => confirmByPassword(holder, password);
  const outcome = await countFailures("oldPassword", holder.userId, check, ({ ok }) => ok);
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return refused(outcome, form);
  redirect(localAddress(next) ?? "/akun");
}
