"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { readOptionalUpload } from "@/lib/documents/upload";
import { answerEscalation, enterInstitutionAnswer } from "@/lib/escalations/answers";
import { forwardEscalation, recallForward } from "@/lib/escalations/forwards";
import {
  escalationAnswerSchema,
  forwardSchema,
  institutionAnswerSchema,
  takeoverSchema,
} from "@/lib/escalations/schema";
import { release, takeOver } from "@/lib/escalations/takeovers";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

const limit = { limit: photoLimit, tooBig: tooBigPhoto };

export async function answerAction(escalationId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(escalationAnswerSchema, form);
  if (!parsed.ok) return parsed.state;
  const read = await readOptionalUpload(form, limit);
  if (!read.ok) return refused(read, form);
  return shown(await answerEscalation(actor, escalationId, parsed.data, read.upload), escalationId, form, "jawaban");
}

export async function institutionAnswerAction(
  escalationId: string,
  forwardId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(institutionAnswerSchema, form);
  if (!parsed.ok) return parsed.state;
  const read = await readOptionalUpload(form, limit);
  if (!read.ok) return refused(read, form);
  const outcome = await enterInstitutionAnswer(actor, escalationId, forwardId, parsed.data, read.upload);
  return shown(outcome, escalationId, form, "instansi");
}

export async function takeOverAction(escalationId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(takeoverSchema, form);
  if (!parsed.ok) return parsed.state;
  return shown(await takeOver(actor, escalationId, parsed.data), escalationId, form, "petugas");
}

export async function releaseAction(
  escalationId: string,
  takeoverId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  return shown(await release(actor, escalationId, takeoverId), escalationId, form, "dilepas");
}

export async function forwardAction(escalationId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(forwardSchema, form);
  if (!parsed.ok) return parsed.state;
  return shown(await forwardEscalation(actor, escalationId, parsed.data), escalationId, form, "diteruskan");
}

export async function recallAction(
  escalationId: string,
  forwardId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  return shown(await recallForward(actor, escalationId, forwardId), escalationId, form, "ditarik");
}

function shown(outcome: Outcome, escalationId: string, form: FormData, saved: string): FormState {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/eskalasi", "layout");
  redirect(`/eskalasi/${escalationId}?tersimpan=${saved}`);
}
