"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import {
  newParticipantSchema,
  reportedSchema,
  sessionPaperSchema,
  sessionRollSchema,
} from "@/lib/session-attendance/schema";
import { makeParticipant } from "@/lib/session-attendance/walk-ins";
import { enterSessionPaper, markSession, tickSession } from "@/lib/session-attendance/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

type Of = { meetingId: string; sessionId: string };

export async function tickAction(of: Of, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(sessionRollSchema, form);
  return parsed.ok ? finish(of, form, await tickSession(actor, of, parsed.data)) : parsed.state;
}

export async function sessionPaperAction(of: Of, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(sessionPaperSchema, form);
  return parsed.ok ? finish(of, form, await enterSessionPaper(actor, of, parsed.data)) : parsed.state;
}

/** Those who reported themselves by code or link: confirmed, or not. */
export async function reportedAction(of: Of, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(reportedSchema, form);
  if (!parsed.ok) return parsed.state;
  const status = parsed.data.decision === "confirm" ? "PRESENT" : null;
  const marks = parsed.data.reported.map((attendeeId) => ({ attendeeId, status }) as const);
  return finish(of, form, await markSession(actor, of, marks));
}

export async function participantAction(of: Of, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newParticipantSchema, form);
  return parsed.ok ? finish(of, form, await makeParticipant(actor, of.meetingId, parsed.data)) : parsed.state;
}

async function finish({ meetingId, sessionId }: Of, form: FormData, outcome: Outcome<object>): Promise<FormState> {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  await tell("Daftar hadir sesi tersimpan.");
  redirect(`/kegiatan/${meetingId}/sesi?sesi=${sessionId}#daftar`);
}
