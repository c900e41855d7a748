"use server";

import { revalidatePath } from "next/cache";
import { isId } from "@/lib/db";
import { photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { readUpload } from "@/lib/documents/upload";
import type { PaperPlace } from "@/lib/signed-copies/open";
import { keepSignedCopy, removeSignedCopy } from "@/lib/signed-copies/writes";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function keepCopyAction(place: PaperPlace, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const id = String(form.get("id") ?? "");
  if (!isId(id)) return { message: "Muat ulang halaman ini, lalu kirim lagi" };
  const read = await readUpload(form, { limit: photoLimit, tooBig: tooBigPhoto });
  if (!read.ok) return refused(read, form);
  const outcome = await keepSignedCopy(actor, place, { ...read.upload, id });
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath(`/surat/${place.slug}/${place.subjectId}`);
  return { done: "Salinan bertanda tangan tersimpan." };
}

export async function removeCopyAction(
  place: PaperPlace,
  id: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await removeSignedCopy(await requireActor(), place, id);
  if (!outcome.ok) return refused({ ...outcome, field: "" }, form);
  revalidatePath(`/surat/${place.slug}/${place.subjectId}`);
  return { done: "Berkasnya dihapus." };
}
