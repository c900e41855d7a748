"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { competenceSchema } from "@/lib/competences/schema";
import { addCompetence, archiveCompetence, editCompetence } from "@/lib/competences/writes";
import { formId } from "@/lib/fields";
import { addStaff } from "@/lib/trainings/participants";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function addCompetenceAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(competenceSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addCompetence(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Kompetensi tersimpan.");
  revalidatePath("/kompetensi");
  redirect(`/kompetensi/${outcome.id}`);
}

export async function editCompetenceAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(competenceSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editCompetence(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Perubahan kompetensi tersimpan.");
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

const invitingSchema = z.object({
  meetingId: z.uuid({ error: "Pilih pelatihannya" }),
  staffIds: z.array(formId, { error: "Centang paling sedikit satu orang" }).max(200),
});

export async function inviteProposedAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(invitingSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addStaff(actor, parsed.data.meetingId, parsed.data.staffIds);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kompetensi/${id}`);
  return { done: `${outcome.added} orang menjadi peserta.` };
}
