"use server";

import { revalidatePath } from "next/cache";
import { copySasaran, saveSasaran } from "@/lib/figures/denominators";
import { type GridState, stateAfter } from "@/lib/figures/grid";
import { readGridForm } from "@/lib/figures/grid-form";
import type { FormState } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";
import { answerUnsaved } from "../grid/answer-unsaved";

export async function saveSasaranAction(year: number, state: GridState, form: FormData): Promise<GridState> {
  const actor = await requireActor();
  const sent = readGridForm(form);
  const unsaved = answerUnsaved(state, form, sent);
  if (!sent || unsaved) return unsaved ?? state;
  const outcome = await saveSasaran(actor, year, sent);
  revalidatePath("/capaian", "layout");
  return stateAfter(state, sent, outcome);
}

export async function copySasaranAction(year: number): Promise<FormState> {
  const { copied } = await copySasaran(await requireActor(), year);
  revalidatePath("/capaian", "layout");
  return copied > 0
    ? { done: `${copied} sasaran disalin dari ${year - 1}. Periksa, lalu ubah yang berbeda.` }
    : { done: `Tidak ada yang disalin: ${year - 1} tidak punya sasaran yang belum ada di ${year}.` };
}
