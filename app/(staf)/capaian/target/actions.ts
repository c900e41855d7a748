"use server";

import { revalidatePath } from "next/cache";
import { type GridState, stateAfter } from "@/lib/figures/grid";
import { readGridForm } from "@/lib/figures/grid-form";
import { copyTargets, saveTargets } from "@/lib/figures/targets";
import type { FormState } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";
import { answerUnsaved } from "../grid/answer-unsaved";

export async function saveTargetsAction(year: number, state: GridState, form: FormData): Promise<GridState> {
  const actor = await requireActor();
  const sent = readGridForm(form);
  const unsaved = answerUnsaved(state, form, sent);
  if (!sent || unsaved) return unsaved ?? state;
  const outcome = await saveTargets(actor, year, sent);
  revalidatePath("/capaian", "layout");
  return stateAfter(state, sent, outcome);
}

export async function copyTargetsAction(year: number): Promise<FormState> {
  const { copied } = await copyTargets(await requireActor(), year);
  revalidatePath("/capaian", "layout");
  return copied > 0
    ? { done: `${copied} target disalin dari ${year - 1}. Periksa, lalu ubah yang berbeda.` }
    : { done: `Tidak ada yang disalin: ${year - 1} tidak punya target yang belum ada di ${year}.` };
}
