"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { findMeeting } from "@/lib/meetings/reads";
import { messageSlugs } from "@/lib/messages/rules";
import { findSendList } from "@/lib/messages/send-list";
import { markOpened, type Opened } from "@/lib/messages/writes";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

/** Marks a row and goes on to the next one. */
export async function openedAction(opened: Opened, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await markOpened(actor, opened);
  if (!outcome.ok) return refused(outcome, form);
  const { meetingId, kind } = opened;
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const meeting = await findMeeting(actor, meetingId);
  const next = meeting && (await findSendList(actor, meeting, kind, new Date())).nextId;
  redirect(`/kegiatan/${meetingId}/kirim?daftar=${messageSlugs[kind]}${next ? `#u-${next}` : ""}`);
}
