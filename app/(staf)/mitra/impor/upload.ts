import { type Actor, type Refusal, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { importLimits, tooBigToImport } from "@/lib/directory/import-file";
import { draftImport } from "@/lib/directory/import-writes";
import { readUpload } from "@/lib/documents/upload";
import type { OnProgress } from "@/lib/imports/drafts";

/** Both ways of uploading, with script and without, end here. */
export async function takeUpload(
  actor: Actor,
  form: FormData,
  onProgress?: OnProgress,
): Promise<{ ok: true; goTo: string } | Refusal> {
  const id = form.get("id");
  if (typeof id !== "string" || !isId(id)) return refuse("Muat ulang halaman ini, lalu unggah lagi");
  const read = await readUpload(form, { limit: importLimits.bytes, tooBig: tooBigToImport });
  if (!read.ok) return read;
  const outcome = await draftImport(actor, { id, ...read.upload }, onProgress);
  return outcome.ok ? { ok: true, goTo: `/mitra/impor/${outcome.id}` } : outcome;
}
