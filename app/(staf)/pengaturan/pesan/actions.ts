"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { composeExample } from "@/lib/messages/example";
import { messageSlugs, templateKindOf } from "@/lib/messages/rules";
import { templateSchema } from "@/lib/messages/schema";
import { dropTemplate, saveTemplate } from "@/lib/messages/templates";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

/** Saves, or with the other button only shows what one invitee would read. */
export async function templateAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const kind = templateKindOf(slug);
  const parsed = parseForm(templateSchema(kind), form);
  if (!parsed.ok) return parsed.state;
  if (form.get("intent") === "lihat") {
    const exampleId = String(form.get("exampleId") ?? "");
    const example = await composeExample(actor, kind, parsed.data.text, exampleId);
    if (!example.ok) return refused(example, form);
    return { values: { text: parsed.data.text, exampleId, example: example.text } };
  }
  const outcome = await saveTemplate(actor, kind, parsed.data.text);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pengaturan/pesan");
  redirect(`/pengaturan/pesan?jenis=${messageSlugs[kind]}&tersimpan=ya`);
}

export async function dropTemplateAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const kind = templateKindOf(slug);
  const outcome = await dropTemplate(actor, kind);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pengaturan/pesan");
  redirect(`/pengaturan/pesan?jenis=${messageSlugs[kind]}`);
}
