"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { setStartOfUse, startOfUseSchema } from "@/lib/organisations/start-of-use";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function setStartOfUseAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(startOfUseSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setStartOfUse(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/", "layout");
  redirect("/pengaturan/dipakai-sejak?tersimpan=ya");
}
