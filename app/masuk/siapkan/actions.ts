"use server";

import { redirect } from "next/navigation";
import { codeSchema, newAppSchema, startedAppSchema } from "@/lib/second-factor/schema";
import { openPending } from "@/lib/second-factor/sign-in";
import { beginApp, confirmApp } from "@/lib/second-factor/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { localAddress } from "@/lib/web/local-address";
import { withQuery } from "@/lib/web/query";
import { clientBrowser, enterSession, limitFactor, requirePending, tooMany } from "@/lib/web/second-step";

export async function beginAppAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const pending = await requirePending();
  const parsed = parseForm(newAppSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await beginApp(pending, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  redirect(withQuery("/masuk/siapkan", { lanjut: localAddress(next) ?? "/beranda" }));
}

export async function confirmAppAction(next: string, _: FormState, form: FormData): Promise<FormState> {
  const pending = await requirePending();
  const parsed = parseForm(codeSchema.extend(startedAppSchema.shape), form);
  if (!parsed.ok) return parsed.state;
  const { id, code } = parsed.data;
  const outcome = await limitFactor(pending.userId, () => confirmApp(pending, id, code));
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return refused(outcome, form);
  const opened = await openPending(pending, await clientBrowser());
  if (!opened.ok) return refused(opened, form);
  await enterSession(pending.userId, opened.sessionToken);
  redirect(withQuery("/akun/keamanan/kode", { lanjut: localAddress(next) ?? "/beranda" }));
}
