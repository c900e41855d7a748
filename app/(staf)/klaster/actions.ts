"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { clusterSchema, newClusterSchema, standInSchema } from "@/lib/clusters/schema";
import { addStandIn, endStandIn } from "@/lib/clusters/stand-ins";
import { addCluster, editCluster, removeCluster } from "@/lib/clusters/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

export async function addClusterAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newClusterSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addCluster(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/klaster", "layout");
  redirect("/klaster?tersimpan");
}

export async function editClusterAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(clusterSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editCluster(actor, id, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/klaster", "layout");
  redirect("/klaster?tersimpan");
}

export async function removeClusterAction(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const outcome = await removeCluster(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Klaster dihapus.");
  revalidatePath("/klaster", "layout");
  redirect("/klaster");
}

export async function addStandInAction(clusterId: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(standInSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addStandIn(actor, clusterId, parsed.data, new Date());
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/klaster", "layout");
  redirect(`/klaster/${clusterId}?pengganti`);
}

export async function endStandInAction(
  clusterId: string,
  id: string,
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const outcome = await endStandIn(await requireActor(), id, new Date());
  if (!outcome.ok) return refused(outcome, form);
  await tell("Penggantian diakhiri.");
  revalidatePath("/klaster", "layout");
  redirect(`/klaster/${clusterId}`);
}
