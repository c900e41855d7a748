"use server";

import { redirect } from "next/navigation";
import { officeRuleSchema, setFactorRule } from "@/lib/second-factor/office-rule";
import { type FormState, parseForm } from "@/lib/web/form";
import { refusedAt, requireSignedIn } from "@/lib/web/second-step";

const page = "/pengaturan/keamanan";

export async function setFactorRuleAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const parsed = parseForm(officeRuleSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await setFactorRule(actor, parsed.data);
  if (!outcome.ok) return refusedAt(page, outcome, form);
  redirect(`${page}?tersimpan=ya`);
}
