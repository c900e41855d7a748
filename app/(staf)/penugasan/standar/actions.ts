"use server";

import { revalidatePath } from "next/cache";
import { dropStandard, setStandard, standardSchema } from "@/lib/needs/standard";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function setStandardAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(standardSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setStandard(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/penugasan");
  return { done: "Standar tersimpan." };
}

export async function dropStandardAction(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await dropStandard(await requireActor());
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/penugasan");
  return { done: "Standar kantor di atasnya berlaku lagi." };
}
