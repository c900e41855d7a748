"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { escalationSchema } from "@/lib/escalations/schema";
import { raiseEscalation, withdrawEscalation } from "@/lib/escalations/writes";
import { addComment } from "@/lib/plan/comments";
import { nameOwnersOfDay } from "@/lib/plan/owners-of-day";
import { saveRow } from "@/lib/plan/save-row";
import { actionItemEditSchema, actionItemSchema, commentSchema, gridRowSchema } from "@/lib/plan/schema";
import { addActionItem, deleteActionItem, editActionItem } from "@/lib/plan/writes";
import { checkReport, checkSchema } from "@/lib/progress/checks";
import { reportSchema } from "@/lib/progress/schema";
import { reportProgress } from "@/lib/progress/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";
import { refusedRow } from "./grid/refused-row";
import type { RowAnswer } from "./grid/use-plan-rows";

export async function addItemAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(actionItemSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addActionItem(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`RTL ${outcome.number} tersimpan.`);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const plan = `/kegiatan/${meetingId}/rtl`;
  redirect(form.get("then") === "another" ? `${plan}/tambah?tersimpan=${outcome.number}` : plan);
}

export async function ownersOfDayAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await nameOwnersOfDay(await requireActor(), meetingId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Nama penanggung jawab diperbaiki.");
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/rtl`);
}

/** One row of the entry grid. The page stays as it is, for somebody writes in it. */
export async function saveRowAction(meetingId: string, row: unknown): Promise<RowAnswer> {
  const actor = await requireActor();
  const parsed = gridRowSchema.safeParse(row);
  const issues = parsed.success ? [] : parsed.error.issues;
  if (!parsed.success) return refusedRow(issues.map(({ path, message }) => [path.join("."), message]));
  const outcome = await saveRow(actor, meetingId, parsed.data);
  return outcome.ok ? outcome : refusedRow([[outcome.field ?? "", outcome.reason]]);
}

export async function editItemAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(actionItemEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editActionItem(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Perubahan RTL tersimpan.");
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/rtl/${parsed.data.id}`);
}

export async function deleteItemAction(
  meetingId: string,
  itemId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await deleteActionItem(actor, meetingId, itemId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("RTL dihapus.", { undoId });
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/rtl`);
}

export async function reportProgressAction(
  meetingId: string,
  itemId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(reportSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await reportProgress(actor, meetingId, itemId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/rtl/${itemId}?tersimpan=laporan`);
}

export async function addCommentAction(
  meetingId: string,
  itemId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(commentSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addComment(actor, meetingId, itemId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/rtl/${itemId}?tersimpan=komentar#komentar`);
}

/** @param place where the report was looked at: on its row, or in the list of those that wait */
export async function checkReportAction(
  meetingId: string,
  itemId: string,
  place: "rtl" | "daftar",
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(checkSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await checkReport(actor, meetingId, itemId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(
    place === "daftar"
      ? "/tindak-lanjut/periksa?tersimpan=1"
      : `/kegiatan/${meetingId}/rtl/${itemId}?tersimpan=pemeriksaan`,
  );
}

export async function raiseAction(meetingId: string, itemId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(escalationSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await raiseEscalation(actor, meetingId, itemId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  return backToEscalation(meetingId, itemId, "eskalasi");
}

export async function withdrawAction(
  meetingId: string,
  itemId: string,
  escalationId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await withdrawEscalation(actor, escalationId);
  if (!outcome.ok) return refused(outcome, form);
  return backToEscalation(meetingId, itemId, "ditarik");
}

function backToEscalation(meetingId: string, itemId: string, saved: string): never {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/rtl/${itemId}?tersimpan=${saved}#eskalasi`);
}
