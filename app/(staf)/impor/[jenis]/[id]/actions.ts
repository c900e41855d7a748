"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { confirmImport } from "@/lib/imports/confirm";
import type { AnyImport } from "@/lib/imports/definition";
import { kindOf } from "@/lib/imports/kinds";
import { type FormState, refused } from "@/lib/web/form";
import { importPath } from "@/lib/web/import-routes";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function confirmAction(slug: string, id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const kind = known(slug);
  const outcome = await confirmImport(actor, kind, { id, shown: String(form.get("shown") ?? "") });
  // After a refusal too: the preview shows what is stored now.
  revalidatePath(kind.words.list.href, "layout");
  revalidatePath(importPath(kind, id));
  if (!outcome.ok) return refused(outcome, form);
  redirect(importPath(kind, id));
}

export async function chooseAction(slug: string, id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const kind = known(slug);
  const answers = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith(answerPrefix) && typeof value === "string" && value !== ""
      ? [[name.slice(answerPrefix.length), value]]
      : [],
  );
  const asked = form.getAll("ditanya").map(String);
  const outcome = await kind.choose(actor, id, Object.fromEntries(answers), asked);
  if (!outcome.ok) return refused(outcome, form);
  redirect(importPath(kind, id));
}

export async function discardAction(slug: string, id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const kind = known(slug);
  const outcome = await kind.discard(actor, id);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Unggahan dibuang.");
  redirect(importPath(kind));
}

/** Before the names of fields that answer a question: a form has others of its own. */
const answerPrefix = "jawab-";

function known(slug: string): AnyImport {
  const kind = kindOf(slug);
  if (!kind) notFound();
  return kind;
}
