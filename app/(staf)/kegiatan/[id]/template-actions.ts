"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { templateSchema } from "@/lib/templates/schema";
import { saveTemplate } from "@/lib/templates/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function saveAsTemplateAction(meetingId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(templateSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveTemplate(actor, meetingId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Templat tersimpan.");
  revalidatePath("/templat", "layout");
  redirect(`/templat/${outcome.id}`);
}
