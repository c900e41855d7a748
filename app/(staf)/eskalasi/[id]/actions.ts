"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { photoLimit, tooBigPhoto } from "@/lib/documents/rules";
import { readOptionalUpload } from "@/lib/documents/upload";
import { escalationAnswerSchema } from "@/lib/escalations/schema";
import { answerEscalation } from "@/lib/escalations/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function answerAction(escalationId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(escalationAnswerSchema, form);
  if (!parsed.ok) return parsed.state;
  const read = await readOptionalUpload(form, { limit: photoLimit, tooBig: tooBigPhoto });
  if (!read.ok) return refused(read, form);
  const outcome = await answerEscalation(actor, escalationId, parsed.data, read.upload);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/eskalasi", "layout");
  redirect(`/eskalasi/${escalationId}?tersimpan=1`);
}
