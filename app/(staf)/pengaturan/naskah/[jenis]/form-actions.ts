"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { readUpload } from "@/lib/documents/upload";
import { canSetUpPapers } from "@/lib/letters/rules";
import { listExamples } from "@/lib/papers/examples";
import { findPaperOfOffice } from "@/lib/papers/office-papers";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";
import { typedValues } from "@/lib/web/typed-values";
import { prepareWordForm } from "@/lib/word-forms/prepare";
import { tooBigWordForm, wordFormLimit } from "@/lib/word-forms/rules";
import { dropWordForm, saveWordForm } from "@/lib/word-forms/writes";

const unknown: FormState = { message: "Dokumen ini tidak dikenal. Muat ulang halaman ini." };

/** Looks at a form, and keeps it where every placeholder of it is known. */
export async function saveWordFormAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const paper = canSetUpPapers(actor) ? findPaperOfOffice(actor, slug) : null;
  if (!paper) return unknown;
  const read = await readUpload(form, { limit: wordFormLimit, tooBig: tooBigWordForm });
  if (!read.ok) return refused(read, form);
  const isForEOffice = form.get("isForEOffice") === "ya";
  const examples = (await listExamples(actor, paper, 8)).map(({ opened }) => opened.fields());
  const prepared = await prepareWordForm(read.upload, examples, isForEOffice);
  if (!prepared.ok) return "faults" in prepared ? faulty(prepared.faults, form) : refused(prepared, form);
  const outcome = await saveWordForm(actor, { paper, isForEOffice }, prepared.file);
  return outcome.ok ? back(paper.slug, "formulir") : refused(outcome, form);
}

/** Each fault a line of the summary; all of them lead to the file. */
function faulty(faults: string[], form: FormData): FormState {
  return {
    values: typedValues(form),
    message: `${faults.length} isian formulir perlu diperbaiki`,
    errors: { file: faults.join("\n") },
  };
}

export async function dropWordFormAction(
  slug: string,
  isForEOffice: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const paper = findPaperOfOffice(actor, slug);
  if (!paper) return unknown;
  const outcome = await dropWordForm(actor, { paper, isForEOffice: isForEOffice === true });
  return outcome.ok ? back(paper.slug, "hapus") : refused(outcome, form);
}

function back(slug: string, saved: string): never {
  revalidatePath("/pengaturan/naskah", "layout");
  redirect(`/pengaturan/naskah/${slug}?tersimpan=${saved}`);
}
