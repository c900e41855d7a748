"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { dinkesEditSchema, puskesmasEditSchema, workingAreaSchema } from "@/lib/organisations/schema";
import { setWorkingArea } from "@/lib/organisations/working-area";
import { editDinkes, editPuskesmas } from "@/lib/organisations/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function editPuskesmasAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(puskesmasEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editPuskesmas(actor, id, parsed.data);
  return outcome.ok ? backToOrganisation(id) : refused(outcome, form);
}

export async function editDinkesAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(dinkesEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editDinkes(actor, id, parsed.data);
  return outcome.ok ? backToOrganisation(id) : refused(outcome, form);
}

export async function setWorkingAreaAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(workingAreaSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setWorkingArea(actor, id, parsed.data);
  return outcome.ok ? backToOrganisation(id) : refused(outcome, form);
}

async function backToOrganisation(id: string): Promise<never> {
  revalidatePath("/organisasi", "layout");
  await tell("Perubahan tersimpan.");
  redirect(`/organisasi/${id}`);
}
