"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { evidenceRuleSchema } from "@/lib/evidence/schema";
import { dropEvidenceRule, hideEvidenceRule, saveEvidenceRule } from "@/lib/evidence/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function saveRuleAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(evidenceRuleSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveEvidenceRule(actor, parsed.data);
  return outcome.ok ? back() : refused(outcome, form);
}

export async function hideRuleAction(key: string, isHidden: boolean, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await hideEvidenceRule(actor, String(key), isHidden === true);
  return outcome.ok ? back() : refused(outcome, form);
}

export async function dropRuleAction(key: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await dropEvidenceRule(actor, String(key));
  return outcome.ok ? back() : refused(outcome, form);
}

async function back(): Promise<never> {
  revalidatePath("/pengaturan/bukti");
  await tell("Aturan bukti tersimpan.");
  redirect("/pengaturan/bukti");
}
