"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isId } from "@/lib/db";
import { captionPhoto, idOfFile } from "@/lib/documents/photos";
import { documentsPerOwner, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { captionSchema } from "@/lib/documents/schema";
import { readUpload } from "@/lib/documents/upload";
import { removeDocument, storeDocument } from "@/lib/documents/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

/** Keeps the photos of a form, one or several; each is taken or refused for itself. */
export async function addPhotosAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const formId = String(form.get("id") ?? "");
  if (!isId(formId)) return { message: "Muat ulang halaman ini, lalu kirim lagi" };
  const parsed = parseForm(captionSchema, form);
  if (!parsed.ok) return parsed.state;
  let saved = 0;
  const refusals: string[] = [];
  for (const file of form.getAll("file").slice(0, documentsPerOwner.MEETING_PHOTO)) {
    const one = new FormData();
    one.append("file", file);
    const read = await readUpload(one, { limit: photoLimit, tooBig: tooBigPhoto });
    if (!read.ok) {
      refusals.push(named(file, read.reason));
      continue;
    }
    const { name, bytes } = read.upload;
    const photo = {
      id: idOfFile(formId, bytes),
      kind: "MEETING_PHOTO",
      caption: parsed.data.caption,
      name,
      bytes,
    } as const;
    const outcome = await storeDocument({ actor, meetingId }, photo);
    if (outcome.ok) saved += 1;
    else refusals.push(named(file, outcome.reason));
  }
  if (saved > 0) revalidatePath(`/kegiatan/${meetingId}`, "layout");
  if (refusals.length === 0 && saved > 0) return { done: saved === 1 ? "Foto tersimpan." : `${saved} foto tersimpan.` };
  const told = saved > 0 ? [`${saved} foto tersimpan.`, ...refusals] : refusals;
  return { errors: { file: told.join(" ") || "Pilih fotonya dulu" } };
}

function named(file: FormDataEntryValue, reason: string): string {
  return typeof file === "string" || !file.name ? reason : `${file.name}: ${reason}`;
}

export async function captionPhotoAction(
  meetingId: string,
  documentId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(captionSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await captionPhoto(actor, meetingId, documentId, parsed.data.caption);
  return outcome.ok ? back(meetingId) : refused({ ...outcome, field: "" }, form);
}

export async function removePhotoAction(
  meetingId: string,
  documentId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await removeDocument(actor, meetingId, "MEETING_PHOTO", documentId);
  return outcome.ok ? back(meetingId) : refused({ ...outcome, field: "" }, form);
}

function back(meetingId: string): never {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  redirect(`/kegiatan/${meetingId}/foto`);
}
