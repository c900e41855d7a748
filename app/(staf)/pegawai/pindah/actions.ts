"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { decisionSchema, moveSchema } from "@/lib/staff/move-schema";
import { askMove, decideMove, withdrawMove } from "@/lib/staff/moves";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function askMoveAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(moveSchema, form);
  return parsed.ok ? back("diminta", await askMove(actor, parsed.data), form) : parsed.state;
}

export async function decideMoveAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(decisionSchema, form);
  return parsed.ok ? back("diputuskan", await decideMove(actor, id, parsed.data), form) : parsed.state;
}

export async function withdrawMoveAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return back("dibatalkan", await withdrawMove(await requireActor(), id), form);
}

function back(done: string, outcome: Outcome, form: FormData): FormState {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pegawai", "layout");
  redirect(`/pegawai/pindah?baru=${done}`);
}
