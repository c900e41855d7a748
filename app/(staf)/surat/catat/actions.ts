"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { saveEntry, voidLetter } from "@/lib/letters/register-writes";
import { entrySchema, voidSchema } from "@/lib/letters/schema";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

export async function saveEntryAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(entrySchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await saveEntry(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/surat");
  redirect(withQuery("/surat", { tahun: parsed.data.day.slice(0, 4), tersimpan: outcome.number }));
}

export async function voidEntryAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(voidSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await voidLetter(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Nomor surat dibatalkan.");
  revalidatePath("/surat");
  redirect("/surat");
}
