"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { codeSchema, newAppSchema, startedAppSchema } from "@/lib/second-factor/schema";
import { beginApp, confirmApp, type FactorKind, makeRecoveryCodes, removeFactor } from "@/lib/second-factor/writes";
import { type FormState, parseForm } from "@/lib/web/form";
import { limitFactor, refusedAt, requireSignedIn, tooMany } from "@/lib/web/second-step";

const page = "/akun/keamanan";

export async function beginAppAction(_: FormState, form: FormData): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = parseForm(newAppSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await beginApp(holder, parsed.data);
  if (!outcome.ok) return refusedAt(`${page}/aplikasi`, outcome, form);
  redirect(`${page}/aplikasi`);
}

export async function confirmAppAction(_: FormState, form: FormData): Promise<FormState> {
  const holder = await requireSignedIn();
  const parsed = parseForm(codeSchema.extend(startedAppSchema.shape), form);
  if (!parsed.ok) return parsed.state;
  const { id, code } = parsed.data;
  const outcome = await limitFactor(holder.userId, () => confirmApp(holder, id, code));
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
