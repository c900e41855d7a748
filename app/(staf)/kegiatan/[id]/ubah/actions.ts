"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { visitSchema } from "@/lib/programmes/schema";
import { editVisit } from "@/lib/programmes/visits";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function editVisitAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(visitSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editVisit(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Perubahan kunjungan tersimpan.");
  revalidatePath("/kegiatan", "layout");
  redirect(`/kegiatan/${id}`);
}
