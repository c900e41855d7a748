"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { programmeEditSchema, programmeSchema } from "@/lib/programmes/schema";
import { closeProgramme, editProgramme, makeProgramme } from "@/lib/programmes/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function makeProgrammeAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(programmeSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await makeProgramme(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Program dibuat. Tambahkan fasilitatornya.");
  revalidatePath("/program", "layout");
  redirect(`/program/${outcome.id}/fasilitator`);
}

export async function editProgrammeAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(programmeEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editProgramme(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Perubahan program tersimpan.");
  revalidatePath("/program", "layout");
  redirect(`/program/${outcome.id}`);
}

export async function closeProgrammeAction(
  id: string,
  isClosed: boolean,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await closeProgramme(await requireActor(), id, isClosed === true);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`Program ${isClosed ? "ditutup" : "dibuka lagi"}.`);
  revalidatePath("/program", "layout");
  redirect(`/program/${id}`);
}
