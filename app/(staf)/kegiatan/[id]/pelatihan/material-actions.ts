"use server";

import { randomUUID } from "node:crypto";
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
  if (!outcome.ok) return refused(outcome, form);
  await tell("Materi tersimpan.");
  return back(meetingId);
}

export async function removeMaterialAction(
  meetingId: string,
  documentId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await removeDocument(actor, meetingId, "TRAINING_MATERIAL", documentId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Materi dihapus.", { undoId });
  return back(meetingId);
}

function back(meetingId: string): never {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/pelatihan#materi`);
}
