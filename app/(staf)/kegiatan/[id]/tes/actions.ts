"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { testSlugs } from "@/lib/training-tests/names";
import { markAnswer, reopenForOne, typeScores } from "@/lib/training-tests/result-writes";
import { markSchema, reopenSchema, scoresSchema, setTestSchema } from "@/lib/training-tests/schema";
import { closeTest, publishTest, setTest } from "@/lib/training-tests/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";
import type { TestKind } from "@/prisma/generated/enums";

async function answer(outcome: Outcome, form: FormData, meetingId: string, path: string): Promise<FormState> {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  await tell("Perubahan tes tersimpan.");
  redirect(`/kegiatan/${meetingId}/tes${path}`);
}

export async function setTestAction(
  meetingId: string,
  kind: TestKind,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(setTestSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setTest(actor, meetingId, kind, parsed.data);
  return answer(outcome, form, meetingId, `/${testSlugs[kind]}`);
}

export async function publishTestAction(
  meetingId: string,
  kind: TestKind,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  return answer(await publishTest(actor, meetingId, kind), form, meetingId, `/${testSlugs[kind]}`);
}

export async function closeTestAction(
  meetingId: string,
  kind: TestKind,
  isClosed: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  return answer(await closeTest(actor, meetingId, kind, isClosed), form, meetingId, `/${testSlugs[kind]}`);
}

export async function reopenAction(
  meetingId: string,
  kind: TestKind,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(reopenSchema, form);
  if (!parsed.ok) return parsed.state;
  return answer(await reopenForOne(actor, meetingId, kind, parsed.data), form, meetingId, `/${testSlugs[kind]}`);
}

export async function markAction(meetingId: string, kind: TestKind, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(markSchema, form);
  if (!parsed.ok) return parsed.state;
  return answer(await markAnswer(actor, meetingId, kind, parsed.data), form, meetingId, `/${testSlugs[kind]}`);
}

export async function typeScoresAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(scoresSchema, form);
  if (!parsed.ok) return parsed.state;
  return answer(await typeScores(actor, meetingId, parsed.data), form, meetingId, "");
}
