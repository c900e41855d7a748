"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { takeStandardIndicators, takeStandardSchema } from "@/lib/indicators/take-standard";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function takeStandardAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(takeStandardSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await takeStandardIndicators(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/", "layout");
  redirect(`/capaian/indikator?dipakai=${outcome.added}`);
}
