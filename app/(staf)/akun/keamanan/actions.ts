"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Begun } from "@/components/second-factor/use-passkey";
import { confirmField } from "@/lib/second-factor/hold";
import { passkeyNameSchema, readRegistration } from "@/lib/second-factor/passkey-schema";
import { addPasskey, beginPasskey, type CreationOptions } from "@/lib/second-factor/passkeys";
import { codeSchema, newAppSchema, startedAppSchema } from "@/lib/second-factor/schema";
import { beginApp, confirmApp, type FactorKind, makeRecoveryCodes, removeFactor } from "@/lib/second-factor/writes";
import { type FormState, parseForm } from "@/lib/web/form";
import { confirmAddress, limitCodes, noPasskeys, refusedAt, requireSignedIn, tooMany } from "@/lib/web/second-step";

const page = "/akun/keamanan";

export async function beginAppAction(_: FormState, form: FormData): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = parseForm(newAppSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await beginApp(holder, parsed.data);
  if (!outcome.ok) return refusedAt(`${page}/aplikasi`, outcome, form);
  redirect(`${page}/aplikasi?aplikasi=${parsed.data.id}`);
}

export async function confirmAppAction(_: FormState, form: FormData): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = parseForm(codeSchema.extend(startedAppSchema.shape), form);
  if (!parsed.ok) return parsed.state;
  const { id, code } = parsed.data;
  const outcome = await limitCodes(holder, () => confirmApp(holder, id, code));
  if (!outcome) return { message: tooMany };
  if (!outcome.ok) return refusedAt(`${page}/aplikasi`, outcome, form);
  revalidatePath(page, "layout");
  redirect(`${page}?tersimpan=aplikasi`);
}

export async function removeFactorAction(
  kind: FactorKind,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await removeFactor(await requireSignedIn(), kind, id);
  if (!outcome.ok) return refusedAt(page, outcome, form);
  revalidatePath(page);
  redirect(`${page}?tersimpan=hapus`);
}

export async function makeCodesAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await makeRecoveryCodes(await requireSignedIn());
  if (!outcome.ok) return refusedAt(`${page}/kode`, outcome, form);
  return { done: "Kode pemulihan sudah dibuat; kode yang lama berakhir.", codes: outcome.codes };
}

export async function beginPasskeyAction(): Promise<Begun<CreationOptions>> {
  const begun = await beginPasskey(await requireSignedIn());
  if (begun.ok) return { options: begun.options };
  return begun.field === confirmField ? redirect(confirmAddress(`${page}/kunci`)) : { message: begun.reason };
}

export async function addPasskeyAction(name: string, sent: string): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = passkeyNameSchema.safeParse({ name });
  if (!parsed.success) return { message: parsed.error.issues[0]?.message ?? noPasskeys };
  const response = readRegistration(sent);
  if (!response) return { message: noPasskeys };
  const outcome = await addPasskey(holder, parsed.data.name, response);
  if (!outcome.ok) return { message: outcome.reason };
  revalidatePath(page, "layout");
  redirect(`${page}?tersimpan=sandi`);
}
