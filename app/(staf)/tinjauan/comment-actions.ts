"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isId } from "@/lib/db";
import { answerComment, closeComment } from "@/lib/plan/comments";
import { commentSchema } from "@/lib/plan/schema";
import { commentOnReport } from "@/lib/reviews/comments";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

/** The row that is talked about, and the report it is read in; null: its own page. */
export type CommentPlace = { meetingId: string; itemId: string; reportId: string | null };

export async function commentOnReportAction(
  reportId: string,
  itemId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(commentSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await commentOnReport(actor, reportId, itemId, parsed.data);
  return outcome.ok ? back({ meetingId: "", itemId, reportId }) : refused(outcome, form);
}

export async function answerCommentAction(
  from: CommentPlace,
  commentId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(commentSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await answerComment(actor, from.meetingId, commentId, parsed.data);
  return outcome.ok ? back(from) : refused(outcome, form);
}

export async function closeCommentAction(
  from: CommentPlace,
  commentId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await closeComment(actor, from.meetingId, commentId);
  return outcome.ok ? back(from) : refused(outcome, form);
}

/** The place comes back from the browser: only ids make an address of it. */
function back({ meetingId, itemId, reportId }: CommentPlace): never {
  revalidatePath("/tinjauan", "layout");
  revalidatePath("/kegiatan", "layout");
  if (reportId !== null && isId(reportId) && isId(itemId)) redirect(`/tinjauan/${reportId}#baris-${itemId}`);
  if (isId(meetingId) && isId(itemId)) redirect(`/kegiatan/${meetingId}/rtl/${itemId}?tersimpan=komentar#komentar`);
  redirect("/tinjauan");
}
