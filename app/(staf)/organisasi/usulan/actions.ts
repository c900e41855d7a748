"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { addProposedOffices, proposedOfficesSchema } from "@/lib/office-import/proposed";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export async function addProposedOfficesAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(proposedOfficesSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addProposedOffices(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/", "layout");
  redirect(withQuery("/organisasi/usulan", { ditambah: outcome.added, admin: outcome.admins }));
}
