import { type Refusal, refuse } from "@/lib/actor";

export type Upload = { name: string; bytes: Buffer };

/** @param limit bytes; a bigger file is refused before it is read */
export async function readUpload(
  form: FormData,
  { field = "file", limit, tooBig }: { field?: string; limit: number; tooBig: string },
): Promise<{ ok: true; upload: Upload } | Refusal> {
  const file = form.get(field);
  if (file === null || typeof file === "string" || (file.size === 0 && isUnnamed(file)))
    return refuse("Pilih berkasnya dulu", field);
  if (file.size === 0) return refuse("Berkas ini kosong (0 byte). Pilih berkas lain, atau simpan ulang.", field);
  if (file.size > limit) return refuse(tooBig, field);
  return { ok: true, upload: { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) } };
}

/** A file that may be left out: null where the field is empty. */
export async function readOptionalUpload(
  form: FormData,
  options: { field?: string; limit: number; tooBig: string },
): Promise<{ ok: true; upload: Upload | null } | Refusal> {
  const file = form.get(options.field ?? "file");
  const isEmpty = file === null || typeof file === "string" || (file.size === 0 && isUnnamed(file));
  return isEmpty ? { ok: true, upload: null } : readUpload(form, options);
}

function isUnnamed(file: File): boolean {
  return /^(blob|undefined)?$/.test(file.name);
}

/** @param limit bytes; null when there is more, whatever its Content-Length says */
export async function readBody(
  body: AsyncIterable<Uint8Array> | ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** A body of multipart/form-data or a plain form; null when it is neither, or broken. */
export async function parseForm(contentType: string, body: Buffer): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { "Content-Type": contentType } }).formData();
  } catch {
    return null;
  }
}
