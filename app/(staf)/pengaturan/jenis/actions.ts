"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isTypeKey, meetingTypeSchema } from "@/lib/meeting-types/schema";
import { addMeetingType, editMeetingType, hideMeetingType, restoreMeetingType } from "@/lib/meeting-types/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function addTypeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(meetingTypeSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addMeetingType(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  return seeThem();
}

export async function editTypeAction(key: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  if (!isTypeKey(key)) return gone;
  const parsed = parseForm(meetingTypeSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editMeetingType(actor, key, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  return seeThem();
}

export async function hideTypeAction(key: string, isHidden: boolean, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  if (!isTypeKey(key) || typeof isHidden !== "boolean") return gone;
  const outcome = await hideMeetingType(actor, key, isHidden);
  if (!outcome.ok) return refused(outcome, form);
  return seeThem();
}

export async function restoreTypeAction(key: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  if (!isTypeKey(key)) return gone;
  const outcome = await restoreMeetingType(actor, key);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Jenis kegiatan kembali ke isi bakunya.");
  revalidatePath("/pengaturan/jenis", "layout");
  redirect(`/pengaturan/jenis/${key}`);
}

const gone: FormState = { message: "Jenis ini tidak ada lagi. Muat ulang halaman ini." };

function seeThem(): never {
  revalidatePath("/pengaturan/jenis", "layout");
  redirect("/pengaturan/jenis?tersimpan=ya");
}
