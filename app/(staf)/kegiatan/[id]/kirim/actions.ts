"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { sendByEmail } from "@/lib/email/writes";
import { findMeeting } from "@/lib/meetings/reads";
import { messageKindOf, messageSlugs } from "@/lib/messages/rules";
import { openedSchema } from "@/lib/messages/schema";
import { findSendList } from "@/lib/messages/send-list";
import { markOpened, type Opened } from "@/lib/messages/writes";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

/** Marks a row and goes on to the next one. */
export async function openedAction(bound: Opened, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const { data: opened } = openedSchema.safeParse(bound);
  if (!opened) notFound();
  const outcome = await markOpened(actor, opened);
  if (!outcome.ok) return refused(outcome, form);
  const { meetingId, kind } = opened;
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const meeting = await findMeeting(actor, meetingId);
  const next = meeting && (await findSendList(actor, meeting, kind, new Date())).nextId;
  redirect(`/kegiatan/${meetingId}/kirim?daftar=${messageSlugs[kind]}${next ? `#u-${next}` : ""}`);
}

/** Sends one row, or everybody who waits and has an address; says what came of it. */
export async function emailAction(
  meetingId: string,
  slug: string,
  invitationId: string | null,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const kind = messageKindOf(slug);
  const outcome = await sendByEmail(actor, { meetingId, kind, ...(invitationId ? { invitationId } : {}) });
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const { sent, failed, left } = outcome;
  if (failed + left === 0) return { done: sent > 0 ? `${sent} email diterima server email.` : "Sudah dikirim." };
  return {
    message: [
      `${sent} email diterima server email`,
      failed > 0 ? `${failed} gagal (sebabnya tertulis di barisnya)` : "",
      left > 0 ? `${left} belum sempat dikirim; tekan sekali lagi` : "",
    ]
      .filter(Boolean)
      .join(", "),
  };
}
