"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { fillDirectory, fillSchema } from "@/lib/directory/fill";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export async function fillDirectoryAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(fillSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await fillDirectory(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/", "layout");
  redirect(withQuery("/mitra/usulan", { dibuat: outcome.added, diisi: outcome.named }));
}
