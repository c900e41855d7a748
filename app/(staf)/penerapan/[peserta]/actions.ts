"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { findParticipantApplication } from "@/lib/training-evaluations/application-reads";
import { saveParticipantApplication } from "@/lib/training-evaluations/application-writes";
import { participantApplicationSchema } from "@/lib/training-evaluations/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveParticipantAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(participantApplicationSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveParticipantApplication(actor, id, parsed.data, new Date());
  if (!outcome.ok) return refused(outcome, form);
  const found = await findParticipantApplication(actor, id);
  if (!found?.seesTraining) {
    revalidatePath(`/penerapan/${id}`);
    redirect(`/penerapan/${id}?tersimpan=1`);
  }
  revalidatePath(`/kegiatan/${found.meeting.id}`, "layout");
  redirect(`/kegiatan/${found.meeting.id}/evaluasi?tersimpan=peserta#penerapan`);
}
