"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Actor } from "@/lib/actor";
import { isId } from "@/lib/db";
import { saveAlbum } from "@/lib/documents/album";
import { idOfFile } from "@/lib/documents/photos";
import { documentsPerOwner, photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { captionSchema } from "@/lib/documents/schema";
import { readUpload } from "@/lib/documents/upload";
import { removeDocument, storeDocument } from "@/lib/documents/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { currentActor, requireActor } from "@/lib/web/session";
import { typedValues } from "@/lib/web/typed-values";
import { otherWordsOf, readAlbumForm } from "./album-form";
import type { SentPhoto } from "./use-photo-queue";

const reload = "Muat ulang halaman ini, lalu kirim lagi";

/** Keeps the photos of a form sent without script, one or several; each is taken or refused for itself. */
export async function addPhotosAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const formId = String(form.get("id") ?? "");
  if (!isId(formId)) return { message: reload };
  const parsed = parseForm(captionSchema, form);
  if (!parsed.ok) return parsed.state;
  let saved = 0;
  const refusals: string[] = [];
  for (const file of form.getAll("file").slice(0, documentsPerOwner.MEETING_PHOTO)) {
    const outcome = await keepPhoto(actor, meetingId, { formId, file, caption: parsed.data.caption });
    if (outcome.ok) saved += 1;
    else refusals.push(named(file, outcome.reason));
  }
  if (saved > 0) revalidatePath(`/kegiatan/${meetingId}`, "layout");
  if (refusals.length === 0 && saved > 0) return { done: saved === 1 ? "Foto tersimpan." : `${saved} foto tersimpan.` };
  const told = saved > 0 ? [`${saved} foto tersimpan.`, ...refusals] : refusals;
  return { errors: { file: told.join(" ") || "Pilih fotonya dulu" } };
}

/**
 * Keeps one photo of a queue; the page is shown anew when the queue has ended. Whose session is over is told so: sent to
 * the sign-in, the page would lose the photos it still has.
 */
export async function addPhotoAction(meetingId: string, form: FormData): Promise<SentPhoto> {
  const actor = await currentActor();
  if (!actor) return { isSignedOut: true };
  const formId = String(form.get("id") ?? "");
  const parsed = parseForm(captionSchema, form);
  if (!isId(formId)) return { reason: reload };
  if (!parsed.ok) return { reason: parsed.state.errors?.caption ?? reload };
  const outcome = await keepPhoto(actor, meetingId, { formId, file: form.get("file"), ...parsed.data });
  return outcome.ok ? "saved" : { reason: outcome.reason };
}

type NewPhoto = { formId: string; file: FormDataEntryValue | null; caption: string | null };

async function keepPhoto(actor: Actor, meetingId: string, { formId, file, caption }: NewPhoto) {
  const one = new FormData();
  if (file !== null) one.append("file", file);
  const read = await readUpload(one, { limit: photoLimit, tooBig: tooBigPhoto });
  if (!read.ok) return read;
  const { bytes } = read.upload;
  const photo = { ...read.upload, id: idOfFile(formId, bytes), kind: "MEETING_PHOTO", caption } as const;
  return storeDocument({ actor, meetingId }, photo);
}

function named(file: FormDataEntryValue, reason: string): string {
  return typeof file === "string" || !file.name ? reason : `${file.name}: ${reason}`;
}

/** Saves captions, days and order together; its buttons for a photo move or remove it and save the rest too. */
export async function saveAlbumAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const read = readAlbumForm(form);
  if (!read.ok) return { values: typedValues(form), errors: read.errors };
  const { input, remove, moved } = read;
  const outcome = await saveAlbum(actor, meetingId, input);
  if (!outcome.ok) return refused({ ...outcome, field: "" }, form);
  if (remove !== null) {
    const undoId = randomUUID();
    const removed = await removeDocument(actor, meetingId, "MEETING_PHOTO", remove, undoId);
    if (!removed.ok) return refused({ ...removed, field: "" }, form);
    await tell("Foto dihapus.", { undoId });
  }
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const { others } = outcome;
  if (others.length > 0) return { values: typedValues(form), errors: otherWordsOf(others) };
  if (moved ?? remove) redirect(`/kegiatan/${meetingId}/foto#${moved ? `foto-${moved}` : "album"}`);
  return { done: "Keterangan dan urutan foto tersimpan." };
}
