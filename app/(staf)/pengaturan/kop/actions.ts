"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { isRefusal } from "@/lib/actor";
import { readOptionalUpload } from "@/lib/documents/upload";
import { prepareLogo } from "@/lib/letterheads/logo";
import { logoLimit, tooBigLogo } from "@/lib/letterheads/rules";
import { letterheadSchema, paperOfficeSchema } from "@/lib/letterheads/schema";
import { archiveLetterhead, saveLetterhead, savePaperOffice } from "@/lib/letterheads/writes";
import { canSetUpPapers } from "@/lib/letters/rules";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveLetterheadAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(letterheadSchema, form);
  if (!parsed.ok) return parsed.state;
  // Nobody's logo is decoded who may not save it.
  if (!canSetUpPapers(actor)) return { message: "Hanya petugas yang menyiapkan surat yang dapat mengubah kop." };
  const left = await logoOf(form, "left");
  if (isRefusal(left)) return refused(left, form);
  const right = await logoOf(form, "right");
  if (isRefusal(right)) return refused(right, form);
  const outcome = await saveLetterhead(actor, parsed.data, { left: left.file, right: right.file });
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pengaturan/kop", "layout");
  redirect(`/pengaturan/kop/${outcome.id}?tersimpan=ya`);
}

async function logoOf(form: FormData, field: "left" | "right") {
  const read = await readOptionalUpload(form, { field, limit: logoLimit, tooBig: tooBigLogo });
  if (!read.ok) return read;
  return read.upload ? prepareLogo(read.upload, field) : { ok: true as const, file: null };
}

export async function archiveLetterheadAction(
  id: string,
  isArchived: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await archiveLetterhead(actor, String(id), isArchived === true);
  return outcome.ok ? back("kop") : refused(outcome, form);
}

export async function savePaperOfficeAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(paperOfficeSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await savePaperOffice(actor, parsed.data);
  return outcome.ok ? back("kertas") : refused(outcome, form);
}

function back(what: "kop" | "kertas"): never {
  revalidatePath("/pengaturan/kop");
  redirect(`/pengaturan/kop?tersimpan=${what}`);
}
