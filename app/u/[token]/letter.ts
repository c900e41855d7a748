import { randomUUID } from "node:crypto";
import { type Outcome, type Refusal, refuse } from "@/lib/actor";
import { formatSize, photoLimit } from "@/lib/documents/rules";
import { parseForm, readUpload, type Upload } from "@/lib/documents/upload";
import { storeDocument } from "@/lib/documents/writes";
import { formId } from "@/lib/fields";
import { header, type PlainRequest } from "@/lib/web/plain-http";
import { take } from "@/lib/web/rate-limits";
import { withoutFile } from "@/lib/web/upload";

type Sent = {
  typed: Record<string, string>;
  /** The letter that came with the answer; null when none was chosen. */
  letter: { ok: true; upload: Upload } | Refusal | null;
};

const tooBig = `Berkas ini lebih dari ${formatSize(photoLimit)}. Foto ulang dengan ukuran lebih kecil, lalu kirim lagi.`;

/** Files that are read at once: each may take 13 MB of memory. */
const mostAtOnce = 12;
let beingRead = 0;

/** What was typed, and the letter where the form brought one; null when too many are being sent. */
export async function readAnswerForm(request: PlainRequest, tokenHash: string): Promise<Sent | null> {
  if (!request.upload) return { typed: Object.fromEntries(new URLSearchParams(request.body)), letter: null };
  if (beingRead >= mostAtOnce || !(await take("fileLink", tokenHash))) return null;
  beingRead += 1;
  try {
    const contentType = header(request, "content-type");
    const { bytes, isCut } = await request.upload();
    const form = await parseForm(contentType, isCut ? withoutFile(contentType, bytes, "letter") : bytes);
    const typed: Record<string, string> = {};
    for (const [name, value] of form ?? []) if (typeof value === "string") typed[name] = value;
    return { typed, letter: isCut ? refuse(tooBig, "letter") : form && (await letterOf(form)) };
  } finally {
    beingRead -= 1;
  }
}

async function letterOf(form: FormData): Promise<Sent["letter"]> {
  const file = form.get("letter");
  if (file === null || typeof file === "string" || (file.size === 0 && file.name === "")) return null;
  return readUpload(form, { field: "letter", limit: photoLimit, tooBig });
}

/** Keeps the letter beside the answer; sent twice, it is one file. */
export async function keepLetter(tokenHash: string, { letter, typed }: Sent): Promise<Outcome | null> {
  if (!letter?.ok) return letter;
  const id = formId.safeParse(typed.letterId);
  return storeDocument(
    { tokenHash },
    { ...letter.upload, id: id.success ? id.data : randomUUID(), kind: "DELEGATION_LETTER" },
  );
}
