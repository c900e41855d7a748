"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { erasureSchema, staffAnswerSchema } from "@/lib/privacy/schema";
import { answerStaffRequest, eraseStaffData } from "@/lib/privacy/staff-requests";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function answerRequestAction(
  staffId: string,
  requestId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(staffAnswerSchema, form);
  return parsed.ok ? back(staffId, await answerStaffRequest(actor, requestId, parsed.data.answer), form) : parsed.state;
}

export async function eraseDataAction(staffId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(erasureSchema, form);
  return parsed.ok ? back(staffId, await eraseStaffData(actor, staffId, parsed.data.reason), form) : parsed.state;
}

function back(staffId: string, outcome: Outcome, form: FormData): FormState {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pegawai", "layout");
  redirect(`/pegawai/${staffId}?tersimpan=1`);
}
