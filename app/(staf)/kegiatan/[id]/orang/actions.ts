"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { identifyParticipant, identifySchema } from "@/lib/persons/participants";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function identifyAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(identifySchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await identifyParticipant(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Orangnya dicatat.");
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/orang#${parsed.data.id}`);
}
