"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { tickExpectations, ticksSchema } from "@/lib/meeting-types/expectations";
import { agreeToOrganise, declineToOrganise } from "@/lib/meetings/consent";
import type { MeetingStep } from "@/lib/meetings/rules";
import { consentSchema, meetingEditSchema, stepReasonSchema } from "@/lib/meetings/schema";
import { editMeeting, moveMeeting } from "@/lib/meetings/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";
import { movedAgenda } from "../moved-agenda";

export async function editMeetingAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const moved = movedAgenda(form);
  if (moved) return moved;
  const parsed = parseForm(meetingEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editMeeting(actor, parsed.data);
  if (!outcome.ok) {
    const link = outcome.second && {
      href: `/kegiatan/${outcome.second.meetingId}`,
      text: `Buka ${outcome.second.title}`,
    };
    return { ...refused(outcome, form), ...(link ? { link } : {}) };
  }
  await tell("Perubahan kegiatan tersimpan.");
  revalidatePath(`/kegiatan/${outcome.id}`, "layout");
  redirect(`/kegiatan/${outcome.id}`);
}

/** Whether a puskesmas named as co-organiser holds it too. */
export async function answerAsOrganiserAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const hasAgreed = form.get("jawaban") === "setuju";
  const parsed = parseForm(consentSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = hasAgreed
    ? await agreeToOrganise(actor, id, parsed.data.secondReason)
    : await declineToOrganise(actor, id);
  if (!outcome.ok) return refused(outcome, form);
  await tell(hasAgreed ? "Puskesmas Anda ikut mengadakan kegiatan ini." : "Ajakan ditolak.");
  revalidatePath("/kegiatan", "layout");
  redirect(hasAgreed ? `/kegiatan/${id}` : "/kegiatan");
}

/** One step of the meeting's life; those that need a reason bring it in the form. */
export async function moveMeetingAction(
  id: string,
  step: MeetingStep,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(stepReasonSchema(step), form);
  if (!parsed.ok) return parsed.state;
  const outcome = await moveMeeting(actor, id, step, parsed.data.reason);
  if (!outcome.ok) return refused(outcome, form);
  await tell(stepTold[step]);
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}`);
}

const stepTold: Record<MeetingStep, string> = {
  schedule: "Kegiatan dijadwalkan. Undangannya dapat dikirim.",
  start: "Kegiatan dimulai. Keliru? Batalkan mulainya di Langkah berikut.",
  unstart: "Mulainya dibatalkan; kegiatan kembali terjadwal.",
  close: "Kegiatan ditutup. Periksa bukti dan sahkan.",
  reopen: "Kegiatan dibuka kembali.",
  postpone: "Kegiatan ditunda.",
  cancel: "Kegiatan dibatalkan.",
};

/** Saves what was ticked of the expected inputs and outputs. */
export async function tickExpectationsAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(ticksSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await tickExpectations(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/kegiatan/${id}`, "layout");
  redirect(`/kegiatan/${id}?tersimpan=daftar#masukan-luaran`);
}
