"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { addFormerHolder } from "@/lib/directory/former-holders";
import { changeHolder, correctHolder, vacateSeat } from "@/lib/directory/holders";
import { formerHolderSchema, holderSchema, newHolderSchema, seatEditSchema } from "@/lib/directory/schema";
import { archiveSeat, editSeat, restoreSeat } from "@/lib/directory/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function editSeatAction(seatId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(seatEditSchema, form);
  if (!parsed.ok) return parsed.state;
  return backToSeat(seatId, await editSeat(actor, seatId, parsed.data), form);
}

export async function changeHolderAction(seatId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newHolderSchema, form);
  if (!parsed.ok) return parsed.state;
  return backToSeat(seatId, await changeHolder(actor, seatId, parsed.data), form);
}

export async function addFormerHolderAction(seatId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(formerHolderSchema, form);
  if (!parsed.ok) return parsed.state;
  return backToSeat(seatId, await addFormerHolder(actor, seatId, parsed.data), form);
}

export async function correctHolderAction(
  seatId: string,
  holderId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(holderSchema, form);
  if (!parsed.ok) return parsed.state;
  return backToSeat(seatId, await correctHolder(actor, seatId, holderId, parsed.data), form);
}

export async function vacateSeatAction(
  seatId: string,
  holderId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return backToSeat(seatId, await vacateSeat(await requireActor(), seatId, holderId), form);
}

export async function archiveSeatAction(seatId: string, _state: FormState, form: FormData): Promise<FormState> {
  return backToSeat(seatId, await archiveSeat(await requireActor(), seatId), form);
}

export async function restoreSeatAction(seatId: string, _state: FormState, form: FormData): Promise<FormState> {
  return backToSeat(seatId, await restoreSeat(await requireActor(), seatId), form);
}

async function backToSeat(seatId: string, outcome: Outcome, form: FormData): Promise<FormState> {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/mitra", "layout");
  await tell("Perubahan mitra tersimpan.");
  redirect(`/mitra/${seatId}`);
}
