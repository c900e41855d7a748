"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { readUpload } from "@/lib/documents/upload";
import { formId } from "@/lib/fields";
import { questionSchema } from "@/lib/question-bank/schema";
import { archiveQuestion, saveQuestion } from "@/lib/question-bank/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function saveQuestionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(questionSchema, form);
  if (!parsed.ok) return parsed.state;
  const picture = await pictureOf(form);
  if (picture && picture !== "remove" && "ok" in picture) return refused(picture, form);
  const outcome = await saveQuestion(actor, parsed.data, picture);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Soal tersimpan.");
  revalidatePath("/bank-soal");
  redirect(form.get("then") === "another" ? "/bank-soal/baru?tersimpan=1" : "/bank-soal");
}

async function pictureOf(form: FormData) {
  const file = form.get("picture");
  if (file === null || typeof file === "string" || (file.size === 0 && file.name === ""))
    return form.get("removePicture") === "ya" ? "remove" : null;
  const read = await readUpload(form, { field: "picture", limit: photoLimit, tooBig: tooBigPhoto });
  if (!read.ok) return read;
  const id = formId.safeParse(form.get("pictureId"));
  return { ...read.upload, id: id.success ? id.data : crypto.randomUUID() };
}

export async function archiveQuestionAction(
  id: string,
  isArchived: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await archiveQuestion(actor, id, isArchived);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Perubahan soal tersimpan.");
  revalidatePath("/bank-soal");
  redirect("/bank-soal");
}
