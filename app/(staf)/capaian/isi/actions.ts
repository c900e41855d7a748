"use server";

import { revalidatePath } from "next/cache";
import { type GridState, stateAfter } from "@/lib/figures/grid";
import { readGridForm } from "@/lib/figures/grid-form";
import { saveValues } from "@/lib/figures/grid-writes";
import { requireActor } from "@/lib/web/session";
import { answerUnsaved } from "../grid/answer-unsaved";

export async function saveValuesAction(year: number, state: GridState, form: FormData): Promise<GridState> {
  const actor = await requireActor();
  const sent = readGridForm(form);
  const unsaved = answerUnsaved(state, form, sent);
  if (!sent || unsaved) return unsaved ?? state;
  const outcome = await saveValues(actor, year, sent);
  revalidatePath("/capaian", "layout");
  return stateAfter(state, sent, outcome);
}
