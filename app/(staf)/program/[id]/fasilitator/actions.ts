"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { removeFacilitator, saveFacilitator } from "@/lib/programmes/facilitators";
import { facilitatorSchema } from "@/lib/programmes/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function saveFacilitatorAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(facilitatorSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveFacilitator(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/program/${id}`, "layout");
  redirect(`/program/${id}/fasilitator?tersimpan=1`);
}

export async function removeFacilitatorAction(
  id: string,
  facilitatorId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await removeFacilitator(await requireActor(), id, facilitatorId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Fasilitator dihapus dari program.");
  revalidatePath(`/program/${id}`, "layout");
  redirect(`/program/${id}/fasilitator`);
}
