"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { listExamples } from "@/lib/papers/examples";
import { findPaperOfOffice } from "@/lib/papers/office-papers";
import { fillWording } from "@/lib/papers/wording";
import { wordingSchema } from "@/lib/papers/wording-schema";
import { dropWording, saveWording } from "@/lib/papers/wording-writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";
import { typedValues } from "@/lib/web/typed-values";

const unknown: FormState = { message: "Dokumen ini tidak dikenal. Muat ulang halaman ini." };

/** Saves, or with the other button only shows how the words read. */
export async function saveWordingAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const paper = findPaperOfOffice(actor, slug);
  if (!paper) return unknown;
  const parsed = parseForm(wordingSchema(paper.wording), form);
  if (!parsed.ok) return parsed.state;
  if (form.get("intent") === "lihat") {
    const [example] = await listExamples(actor, paper);
    const { values } = example?.opened.fields() ?? { values: {} };
    const filled = Object.values(parsed.data).map((text) => fillWording(text, values));
    return { values: { ...typedValues(form), example: filled.join("\n\n") } };
  }
  const outcome = await saveWording(actor, paper, parsed.data);
  return outcome.ok ? back(paper.slug, "ya") : refused(outcome, form);
}

export async function dropWordingAction(slug: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const paper = findPaperOfOffice(actor, slug);
  if (!paper) return unknown;
  const outcome = await dropWording(actor, paper);
  return outcome.ok ? back(paper.slug, "bawaan") : refused(outcome, form);
}

function back(slug: string, saved: string): never {
  revalidatePath("/pengaturan/naskah", "layout");
  redirect(`/pengaturan/naskah/${slug}?tersimpan=${saved}`);
}
