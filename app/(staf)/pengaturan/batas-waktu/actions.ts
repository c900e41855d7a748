"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { setDueDates } from "@/lib/matrix/due-dates";
import { dueDateSchema } from "@/lib/matrix/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function setDueDatesAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(dueDateSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setDueDates(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/matriks");
  redirect("/pengaturan/batas-waktu?tersimpan=ya");
}
