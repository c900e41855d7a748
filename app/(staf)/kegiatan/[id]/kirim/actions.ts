"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { queueEmails } from "@/lib/email/writes";
import { findMeeting } from "@/lib/meetings/reads";
import { messageKindOf, messageSlugs } from "@/lib/messages/rules";
import { openedSchema } from "@/lib/messages/schema";
import { findSendList } from "@/lib/messages/send-list";
import { markOpened, type Opened } from "@/lib/messages/writes";
import { type FormState, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";
import { whatsappKindOf } from "@/lib/whatsapp/rules";
import { queueWhatsapp } from "@/lib/whatsapp/writes";

/** Marks a row and goes on to the next one. */
export async function openedAction(bound: Opened, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { data: opened } = openedSchema.safeParse(bound);
  if (!opened) notFound();
  const outcome = await markOpened(actor, opened);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Ditandai terkirim.");
  const { meetingId, kind } = opened;
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const meeting = await findMeeting(actor, meetingId);
  const next = meeting && (await findSendList(actor, meeting, kind, new Date())).nextId;
  redirect(`/kegiatan/${meetingId}/kirim?daftar=${messageSlugs[kind]}${next ? `#u-${next}` : ""}`);
}

/** Puts one message, or those to everybody who waits and has an address, in the queue; the page tells how far it is. */
export async function emailAction(
  meetingId: string,
  slug: string,
  invitationId: string | null,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const kind = messageKindOf(slug);
  const outcome = await queueEmails(actor, { meetingId, kind, ...(invitationId ? { invitationId } : {}) });
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(
    `/kegiatan/${meetingId}/kirim?daftar=${messageSlugs[kind]}${invitationId ? `#u-${invitationId}` : "#kiriman"}`,
  );
}

/** Puts those to everybody who waits and has a mobile number in the queue of the official API. */
export async function whatsappAction(
  meetingId: string,
  slug: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const kind = whatsappKindOf(messageKindOf(slug));
  if (!kind) notFound();
  const outcome = await queueWhatsapp(actor, { meetingId, kind });
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/kirim?daftar=${messageSlugs[kind]}#kiriman-whatsapp`);
}
