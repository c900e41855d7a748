import { type Actor, type Refusal, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { readUpload } from "@/lib/documents/upload";
import { draftProgress } from "@/lib/follow-up/import";
import { progressLimits, progressTooBig } from "@/lib/follow-up/import-file";

/** Both ways of uploading, with script and without, end here. */
export async function takeUpload(actor: Actor, form: FormData): Promise<{ ok: true; goTo: string } | Refusal> {
  const id = form.get("id");
  if (typeof id !== "string" || !isId(id)) return refuse("Muat ulang halaman ini, lalu unggah lagi");
  const read = await readUpload(form, { limit: progressLimits.bytes, tooBig: progressTooBig });
  if (!read.ok) return read;
  const outcome = await draftProgress(actor, { id, ...read.upload });
  return outcome.ok ? { ok: true, goTo: `/tindak-lanjut/impor/${outcome.id}` } : outcome;
}
