"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isId } from "@/lib/db";
import { photoLimit } from "@/lib/documents/rules";
import { readUpload } from "@/lib/documents/upload";
import { removeDocument, storeDocument } from "@/lib/documents/writes";
import { type FormState, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

const tooBig = "Berkas ini lebih dari 12 MB. Kecilkan, atau bagi menjadi beberapa berkas.";

export async function addMaterialAction(meetingId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const id = String(form.get("id") ?? "");
  if (!isId(id)) return { message: "Muat ulang halaman ini, lalu unggah lagi" };
  const read = await readUpload(form, { limit: photoLimit, tooBig });
  if (!read.ok) return refused(read, form);
  const outcome = await storeDocument({ actor, meetingId }, { id, kind: "TRAINING_MATERIAL", ...read.upload });
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

export async function removeMaterialAction(
  meetingId: string,
  documentId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await removeDocument(await requireActor(), meetingId, "TRAINING_MATERIAL", documentId);
  return outcome.ok ? back(meetingId) : refused(outcome, form);
}

async function back(meetingId: string): Promise<never> {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  await tell("Materi pelatihan diperbarui.");
  redirect(`/kegiatan/${meetingId}/pelatihan#materi`);
}
