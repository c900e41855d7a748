"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { deleteProblem } from "@/lib/problems/writes";
import { findingSchema } from "@/lib/programmes/schema";
import { saveFinding } from "@/lib/programmes/visits";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function saveFindingAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(findingSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveFinding(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Temuan tersimpan.");
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/temuan`);
}

export async function deleteFindingAction(
  id: string,
  findingId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await deleteProblem(actor, id, findingId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Temuan dihapus.", { undoId });
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}/temuan`);
}
