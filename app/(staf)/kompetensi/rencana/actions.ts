"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { plannedEditSchema, plannedSchema } from "@/lib/training-plan/schema";
import { addPlanned, editPlanned, removePlanned } from "@/lib/training-plan/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function addPlannedAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(plannedSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addPlanned(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Pelatihan masuk rencana.");
  revalidatePath("/kompetensi/rencana");
  redirect(`/kompetensi/rencana?tahun=${parsed.data.year}`);
}

export async function editPlannedAction(
  id: string,
  year: number,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(plannedEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editPlanned(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Perubahan rencana tersimpan.");
  revalidatePath("/kompetensi/rencana");
  redirect(`/kompetensi/rencana?tahun=${year}`);
}

export async function removePlannedAction(
  id: string,
  year: number,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await removePlanned(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Pelatihan dihapus dari rencana.");
  revalidatePath("/kompetensi/rencana");
  redirect(`/kompetensi/rencana?tahun=${year}`);
}
