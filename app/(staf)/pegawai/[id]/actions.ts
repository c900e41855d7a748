"use server";

import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { Outcome } from "@/lib/actor";
import { addLicence, editLicence, removeLicence } from "@/lib/staff/licences";
import { giveStaffLink, revokeStaffLink } from "@/lib/staff/links";
import { releaseSchema } from "@/lib/staff/move-schema";
import { releaseStaff } from "@/lib/staff/moves";
import { addPlacement, editPlacement, removePlacement } from "@/lib/staff/placements";
import {
  licenceEditSchema,
  newLicenceSchema,
  newPlacementSchema,
  placementEditSchema,
  staffEditSchema,
} from "@/lib/staff/schema";
import { editStaff } from "@/lib/staff/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function editStaffAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(staffEditSchema, form);
  return parsed.ok ? back(id, await editStaff(actor, id, parsed.data), form) : parsed.state;
}

export async function addPlacementAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newPlacementSchema, form);
  return parsed.ok ? back(id, await addPlacement(actor, id, parsed.data), form) : parsed.state;
}

export async function editPlacementAction(
  id: string,
  placementId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(placementEditSchema, form);
  return parsed.ok ? back(id, await editPlacement(actor, id, placementId, parsed.data), form) : parsed.state;
}

export async function removePlacementAction(
  id: string,
  placementId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return back(id, await removePlacement(await requireActor(), id, placementId), form);
}

export async function addLicenceAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newLicenceSchema, form);
  return parsed.ok ? back(id, await addLicence(actor, id, parsed.data), form) : parsed.state;
}

export async function editLicenceAction(
  id: string,
  licenceId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(licenceEditSchema, form);
  return parsed.ok ? back(id, await editLicence(actor, id, licenceId, parsed.data), form) : parsed.state;
}

export async function removeLicenceAction(
  id: string,
  licenceId: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const undoId = randomUUID();
  const outcome = await removeLicence(actor, id, licenceId, undoId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("STR atau SIP dihapus.", { undoId });
  revalidatePath("/pegawai", "layout");
  redirect(`/pegawai/${id}`);
}

export async function giveLinkAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return back(id, await giveStaffLink(await requireActor(), id), form);
}

export async function revokeLinkAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  return back(id, await revokeStaffLink(await requireActor(), id), form);
}

export async function releaseAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(releaseSchema, form);
  return parsed.ok ? back(id, await releaseStaff(actor, id, parsed.data), form) : parsed.state;
}

function back(id: string, outcome: Outcome, form: FormData): FormState {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pegawai", "layout");
  redirect(`/pegawai/${id}?tersimpan=1`);
}
