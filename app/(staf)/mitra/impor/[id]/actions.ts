"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { confirmImport, discardImport } from "@/lib/directory/import-writes";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function confirmAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await confirmImport(actor, id, String(form.get("shown") ?? ""));
  // After a refusal too: the preview shows the directory as it is now.
  revalidatePath("/mitra", "layout");
  if (!outcome.ok) return refused(outcome, form);
  redirect(`/mitra/impor/${id}`);
}

export async function discardAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const outcome = await discardImport(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  redirect("/mitra/impor");
}
