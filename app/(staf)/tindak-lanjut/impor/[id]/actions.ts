"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { confirmProgress, discardProgress } from "@/lib/follow-up/import";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function confirmAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await confirmProgress(actor, id, String(form.get("shown") ?? ""));
  // After a refusal too: the preview shows the rows as they are now.
  revalidatePath("/tindak-lanjut", "layout");
  if (!outcome.ok) return refused(outcome, form);
  redirect(`/tindak-lanjut/impor/${id}`);
}

export async function discardAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const outcome = await discardProgress(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  redirect("/tindak-lanjut/impor");
}
