"use server";

import { revalidatePath } from "next/cache";
import { choiceSchema } from "@/lib/notifications/schema";
import { saveChoice } from "@/lib/notifications/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function saveChoiceAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(choiceSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveChoice(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/akun/pemberitahuan");
  return { done: "Pilihan Anda tersimpan." };
}
