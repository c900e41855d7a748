"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { competenceSchema } from "@/lib/competences/schema";
import { addCompetence, archiveCompetence, editCompetence } from "@/lib/competences/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function addCompetenceAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(competenceSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addCompetence(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/kompetensi");
  redirect(`/kompetensi/${outcome.id}`);
}

export async function editCompetenceAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(competenceSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editCompetence(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/kompetensi");
  redirect(`/kompetensi/${id}`);
}

export async function archiveCompetenceAction(
  id: string,
  isArchived: boolean,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await archiveCompetence(await requireActor(), id, isArchived);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/kompetensi");
  return { done: isArchived ? "Kompetensi diarsipkan." : "Kompetensi berlaku lagi." };
}
