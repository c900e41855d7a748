"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type LostScope, lostScopes, replaceLostLinks } from "@/lib/invitations/lost-links";
import { inviteHoldersOfDay } from "@/lib/invitations/people-of-day";
import { renewInvitation } from "@/lib/invitations/renew";
import { answerNames } from "@/lib/invitations/rules";
import { answerSchema, inviteSchema, manySchema } from "@/lib/invitations/schema";
import { withdrawInvitation, withdrawInvitations } from "@/lib/invitations/withdraw";
import { inviteSeats, recordAnswer } from "@/lib/invitations/writes";
import { markSent } from "@/lib/messages/writes";
import { personAnswer } from "@/lib/persons/answer";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

const personSchema = z.object({ person: personAnswer });

export async function inviteAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(inviteSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await inviteSeats(actor, meetingId, parsed.data.seatIds);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`${parsed.data.seatIds.length} jabatan diundang.`);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/undangan`);
}

export async function renewAction(
  meetingId: string,
  invitationId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await renewInvitation(await requireActor(), meetingId, invitationId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Undangan diperbarui. Kirim tautan barunya.");
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/undangan#u-${invitationId}`);
}

export async function replaceLinksAction(
  meetingId: string,
  scope: LostScope,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  // What is bound comes back from the browser.
  const outcome = await replaceLostLinks(await requireActor(), meetingId, z.enum(lostScopes).parse(scope));
  if (!outcome.ok) return refused(outcome, form);
  await tell(`${outcome.replaced} tautan baru dibuat. Kirim tautan barunya.`);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/undangan`);
}

export async function holdersOfDayAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await inviteHoldersOfDay(await requireActor(), meetingId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Nama pejabat pada undangan diperbaiki.");
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/undangan`);
}

export async function withdrawAction(
  meetingId: string,
  invitationId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await withdrawInvitation(actor, meetingId, invitationId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Undangan dibatalkan; tautannya tidak berlaku lagi.", { undoId });
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/undangan`);
}

/** What the button says with all rows that are ticked. */
export async function manyAction(
  meetingId: string,
  shownSequence: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(manySchema, form);
  if (!parsed.ok) return parsed.state;
  const { step, invitationIds } = parsed.data;
  const undoId = randomUUID();
  if (step === "sent") {
    const outcome = await markSent(actor, { meetingId, invitationIds, shownSequence }, undoId);
    if (!outcome.ok) return refused(outcome, form);
    await tell(...sentWords(outcome.marked, undoId));
  } else {
    const outcome = await withdrawInvitations(actor, meetingId, invitationIds, undoId);
    if (!outcome.ok) return refused(outcome, form);
    await tell(...withdrawnWords(outcome, undoId));
  }
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/undangan`);
}

type Told = Parameters<typeof tell>;

const sentWords = (marked: number, undoId: string): Told =>
  marked === 0
    ? ["Tidak ada yang berubah: semua yang dicentang sudah ditandai terkirim."]
    : [`${marked} undangan ditandai terkirim.`, { undoId }];

function withdrawnWords({ withdrawn, kept }: { withdrawn: number; kept: string[] }, undoId: string): Told {
  if (withdrawn === 0) return ["Tidak ada yang berubah: yang dicentang sudah dibatalkan."];
  const words = `${withdrawn} undangan dibatalkan; tautannya tidak berlaku lagi.`;
  if (kept.length === 0) return [words, { undoId }];
  return [`${words} Tetap diundang karena sudah tercatat hadir: ${kept.join("; ")}.`, { undoId }];
}

export async function recordAnswerAction(
  meetingId: string,
  invitationId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(answerSchema, form);
  if (!parsed.ok) return parsed.state;
  const who = parseForm(personSchema, form);
  if (!who.ok) return who.state;
  const undoId = randomUUID();
  const outcome = await recordAnswer(actor, meetingId, invitationId, parsed.data, who.data.person, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`Jawaban dicatat: ${answerNames[parsed.data.choice].toLowerCase()}.`, { undoId });
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/undangan#u-${invitationId}`);
}
