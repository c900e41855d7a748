"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { confirmValues, discardValues } from "@/lib/indicators/import-writes";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function confirmAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await confirmValues(actor, id, String(form.get("shown") ?? ""));
  // After a refusal too: the preview shows the figures as they are now.
  revalidatePath("/capaian", "layout");
  if (!outcome.ok) return refused(outcome, form);
  redirect(`/capaian/impor/${id}`);
}

export async function discardAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const outcome = await discardValues(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  redirect("/capaian/impor");
}
