"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { beginAgendaItem } from "@/lib/meetings/agenda";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function beginItemAction(
  meetingId: string,
  item: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await beginAgendaItem(actor, meetingId, item);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${meetingId}/layar`);
  redirect(`/kegiatan/${meetingId}/layar?tampil=acara`);
}
