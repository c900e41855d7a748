import { randomUUID } from "node:crypto";
import { type Outcome, type Refusal, refuse } from "@/lib/actor";
import { formatSize, photoLimit } from "@/lib/documents/rules";
import { readUpload, type Upload } from "@/lib/documents/upload";
import { storeDocument } from "@/lib/documents/writes";
import { formId } from "@/lib/fields";
import type { PlainRequest } from "@/lib/http/plain-http";
import { readRequestForm, type Unread } from "@/lib/http/request-form";

type Sent = {
  typed: Record<string, string>;
  /** The letter that came with the answer; null when none was chosen. */
  letter: { ok: true; upload: Upload } | Refusal | null;
};

const tooBig = `Berkas ini lebih dari ${formatSize(photoLimit)}. Foto ulang dengan ukuran lebih kecil, lalu kirim lagi.`;

/** What was typed, and the letter where the form brought one; or why it was not read. */
export async function readAnswerForm(request: PlainRequest, tokenHash: string): Promise<Sent | Unread> {
  const sent = await readRequestForm(request, tokenHash, { field: "letter" });
  if (typeof sent === "string") return sent;
  const { typed, form, isCut } = sent;
  return { typed, letter: isCut ? refuse(tooBig, "letter") : form && (await letterOf(form)) };
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
