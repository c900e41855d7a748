"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { newKabupatenSchema, newPuskesmasSchema } from "@/lib/organisations/schema";
import { addKabupaten, addPuskesmas } from "@/lib/organisations/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function addPuskesmasAction(parentId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newPuskesmasSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addPuskesmas(actor, parentId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Puskesmas dibuat. Pilih wilayah kerjanya.");
  revalidatePath("/organisasi", "layout");
  redirect(`/organisasi/${outcome.id}/wilayah`);
}

export async function addKabupatenAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newKabupatenSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addKabupaten(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Dinas kesehatan kabupaten dibuat.");
  revalidatePath("/organisasi", "layout");
  redirect(`/organisasi/${outcome.id}`);
}
