"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { mappedElementSchema, mappedUnitSchema } from "@/lib/data-exchange/schema";
import { mapDataElement, mapOrgUnit, unmapDataElement, unmapOrgUnit } from "@/lib/data-exchange/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

const path = "/capaian/dhis2";

export async function mapElementAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(mappedElementSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await mapDataElement(actor, parsed.data);
  return outcome.ok ? seeIt() : refused(outcome, form);
}

export async function mapUnitAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(mappedUnitSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await mapOrgUnit(actor, parsed.data);
  return outcome.ok ? seeIt() : refused(outcome, form);
}

type Element = { dataElement: string; categoryOptionCombo: string };

export async function unmapElementAction(element: Element, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await unmapDataElement(await requireActor(), element);
  return outcome.ok ? seeIt() : refused(outcome, form);
}

export async function unmapUnitAction(orgUnit: string, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await unmapOrgUnit(await requireActor(), orgUnit);
  return outcome.ok ? seeIt() : refused(outcome, form);
}

async function seeIt(): Promise<never> {
  revalidatePath(path);
  await tell("Pemetaan tersimpan.");
  redirect(path);
}
