"use server";

import { revalidatePath } from "next/cache";
import { runJobAgain } from "@/lib/jobs/writes";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function runAgainAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await runJobAgain(actor, id);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pengaturan/pekerjaan");
  return { done: "Dijalankan lagi." };
}
