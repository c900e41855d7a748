"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { approvalSchema, reopeningSchema, submissionSchema } from "@/lib/approvals/schema";
import { submitMeeting } from "@/lib/approvals/submit";
import { approveMeeting, reopenApproval } from "@/lib/approvals/writes";
import { tickSchema } from "@/lib/evidence/schema";
import { tickEvidence, untickEvidence } from "@/lib/evidence/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function approveAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(approvalSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await approveMeeting(actor, meetingId, parsed.data.id, parsed.data.placeholders);
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

export async function reopenApprovalAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(reopeningSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await reopenApproval(actor, meetingId, parsed.data);
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

export async function submitMeetingAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(submissionSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await submitMeeting(actor, meetingId, parsed.data);
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

export async function tickAction(meetingId: string, key: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(tickSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await tickEvidence(actor, meetingId, String(key), parsed.data.note);
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

export async function untickAction(meetingId: string, key: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await untickEvidence(actor, meetingId, String(key));
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

async function back(meetingId: string): Promise<never> {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  await tell("Pengesahan diperbarui.");
  redirect(`/kegiatan/${meetingId}/pengesahan`);
}
