"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { reassignItems, reassignSchema } from "@/lib/plan/reassign";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function reassignAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(reassignSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await reassignItems(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/tindak-lanjut", "layout");
  redirect(`/tindak-lanjut?dialihkan=${outcome.moved}`);
}
