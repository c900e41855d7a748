"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { findNewsPlace } from "@/lib/notifications/reads";
import { eventIdOf } from "@/lib/notifications/schema";
import { markAllRead, markRead } from "@/lib/notifications/writes";
import { type FormState, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function markAllReadAction(upTo: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await markAllRead(actor, eventIdOf(upTo));
  if (!outcome.ok) return refused(outcome, form);
  await tell("Semua ditandai sudah dibaca.");
  // The count is in the frame of every page.
  revalidatePath("/", "layout");
  redirect("/pemberitahuan");
}

/** Notes one as read and goes to what it tells of. */
export async function openAction(about: string, eventId: string): Promise<void> {
  const actor = await requireActor();
  const place = await findNewsPlace(actor, about);
  await markRead(actor, about, eventIdOf(eventId));
  revalidatePath("/", "layout");
  redirect(place ?? "/pemberitahuan");
}
