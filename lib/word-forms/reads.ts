import { type Actor, type Refusal, refuse } from "@/lib/actor";
import { db } from "@/lib/db";
import { readBytes } from "@/lib/documents/store";
import { officesOfPapers } from "@/lib/letterheads/visible";
import type { Fields } from "@/lib/papers/definition";
import { fillForm } from "@/lib/word-forms/fill";
import { linesOf } from "@/lib/word-forms/paragraphs";
import { openForm } from "@/lib/word-forms/prepare";

export function listWordForms(actor: Actor, organisationId: string, paperKind: string) {
  return db.wordForm.findMany({
    where: { organisationId, paperKind, organisation: officesOfPapers(actor) },
    orderBy: { isForEOffice: "asc" },
    select: {
      isForEOffice: true,
      uploader: true,
      createdAt: true,
      file: { select: { id: true, name: true, size: true, objectKey: true } },
    },
  });
}

export type ListedForm = Awaited<ReturnType<typeof listWordForms>>[number];

type Which = { organisationId: string; paperKind: string; isForEOffice: boolean };
export type FilledForm =
  | { ok: true; bytes: Buffer; lines: string[]; empty: string[] }
  | { ok: false; blocked: string[] }
  | Refusal;

/** A form of an office with the values of one paper, as a file and as its text; null where it has no such form. */
export async function fillWordForm(actor: Actor, which: Which, fields: Fields): Promise<FilledForm | null> {
  const { organisationId, paperKind, isForEOffice } = which;
  const forms = await listWordForms(actor, organisationId, paperKind);
  const file = forms.find((form) => form.isForEOffice === isForEOffice)?.file;
  if (!file) return null;
  const bytes = await readBytes(file);
  if (!bytes)
    return refuse("Berkas formulir Word tidak ditemukan lagi. Unggah ulang di Pengaturan › Naskah dan formulir.");
  const opened = await openForm(Buffer.from(bytes));
  if (!opened.ok) return opened;
  const filled = await fillForm(opened.parts, fields, isForEOffice);
  if ("faults" in filled) return { ok: false, blocked: filled.faults };
  if (filled.unknown.length > 0) return { ok: false, blocked: filled.unknown.map(noValue) };
  const again = await openForm(filled.bytes);
  return { ok: true, bytes: filled.bytes, lines: again.ok ? await linesOf(again.parts) : [], empty: filled.empty };
}

const noValue = (name: string) =>
  `Isian {${name}} pada formulir Word tidak punya nilai. Perbaiki formulirnya di Pengaturan › Naskah dan formulir.`;
