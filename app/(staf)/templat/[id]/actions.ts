"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { archiveTemplate } from "@/lib/templates/writes";
import { type FormState, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function archiveTemplateAction(
  id: string,
  isArchived: boolean,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await archiveTemplate(actor, id, isArchived === true);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`Templat ${isArchived ? "diarsipkan" : "berlaku lagi"}.`);
  revalidatePath("/templat", "layout");
  redirect(`/templat/${id}`);
}
