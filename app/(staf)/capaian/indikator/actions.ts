"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineIndicators } from "@/lib/indicators/define-rows";
import { indicatorEditSchema, indicatorRowsSchema, indicatorSchema } from "@/lib/indicators/schema";
import { archiveIndicator, defineIndicator, editIndicator } from "@/lib/indicators/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function defineIndicatorAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(indicatorSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await defineIndicator(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Indikator tersimpan.");
  revalidatePath("/capaian", "layout");
  redirect("/capaian/indikator");
}

export async function defineIndicatorsAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(indicatorRowsSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await defineIndicators(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`${outcome.added} indikator tersimpan. Definisi dan targetnya dapat dilengkapi kemudian.`);
  revalidatePath("/capaian", "layout");
  redirect("/capaian/indikator");
}

export async function editIndicatorAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(indicatorEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editIndicator(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Perubahan indikator tersimpan.");
  revalidatePath("/capaian", "layout");
  redirect("/capaian/indikator");
}

export async function archiveIndicatorAction(
  id: string,
  isArchived: boolean,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await archiveIndicator(await requireActor(), id, isArchived === true);
  if (!outcome.ok) return refused(outcome, form);
  await tell(`Indikator ${isArchived ? "diarsipkan" : "berlaku lagi"}.`);
  revalidatePath("/capaian", "layout");
  redirect("/capaian/indikator");
}
