"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isId } from "@/lib/db";
import { photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { readUpload } from "@/lib/documents/upload";
import { removeDocument, storeDocument } from "@/lib/documents/writes";
import { type FormState, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

/** Keeps a photo or PDF of the signed paper list. */
export async function addScanAction(meetingId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const id = String(form.get("id") ?? "");
  if (!isId(id)) return { message: "Muat ulang halaman ini, lalu unggah lagi" };
  const read = await readUpload(form, { limit: photoLimit, tooBig: tooBigPhoto });
  if (!read.ok) return refused(read, form);
  const outcome = await storeDocument({ actor, meetingId }, { id, kind: "ATTENDANCE_SCAN", ...read.upload });
  if (!outcome.ok) return refused(outcome, form);
  await tell("Pindaian tersimpan.");
  return back(meetingId);
}

export async function removeScanAction(
  meetingId: string,
  documentId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await removeDocument(actor, meetingId, "ATTENDANCE_SCAN", documentId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Pindaian dihapus.", { undoId });
  return back(meetingId);
}

function back(meetingId: string): never {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/kehadiran#pindaian`);
}
