"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { keepApart, mergePersons, undoMerge } from "@/lib/persons/merges";
import { distinctSchema, mergeSchema, personSchema, undoSchema } from "@/lib/persons/schema";
import { editPerson } from "@/lib/persons/writes";
import { erasePerson } from "@/lib/privacy/erase";
import { erasureSchema } from "@/lib/privacy/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

const list = "/mitra/orang";

function goTo(path: string, outcome: Outcome, form: FormData): FormState {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/mitra", "layout");
  redirect(path);
}

/** Merges two records and comes to the one that is kept, where it can be undone. */
export async function mergeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(mergeSchema, form);
  if (!parsed.ok) return parsed.state;
  return goTo(`${list}/${parsed.data.keptId}?digabung=1`, await mergePersons(actor, parsed.data), form);
}

export async function keepApartAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(distinctSchema, form);
  if (!parsed.ok) return parsed.state;
  return goTo(
    `${list}?dibedakan=${parsed.data.otherId}`,
    await keepApart(actor, parsed.data.oneId, parsed.data.otherId),
    form,
  );
}

export async function undoMergeAction(personId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(undoSchema, form);
  if (!parsed.ok) return parsed.state;
  return goTo(`${list}/${personId}?dipisah=${parsed.data.mergeId}`, await undoMerge(actor, parsed.data.mergeId), form);
}

export async function editPersonAction(personId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(personSchema, form);
  if (!parsed.ok) return parsed.state;
  return goTo(`${list}/${personId}?tersimpan=1`, await editPerson(actor, personId, parsed.data), form);
}

export async function eraseAction(personId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(erasureSchema, form);
  if (!parsed.ok) return parsed.state;
  return goTo(`${list}/${personId}?dihapus=1`, await erasePerson(actor, personId, parsed.data.reason), form);
}
