"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { refusedTyped, requireSignedIn } from "@/lib/web/second-step";
import { requireActor } from "@/lib/web/session";
import { newWebhookSchema, webhookEditSchema } from "@/lib/webhooks/schema";
import {
  addWebhook,
  deleteWebhook,
  editWebhook,
  renewWebhookSecret,
  retryDelivery,
  switchWebhook,
  testWebhook,
} from "@/lib/webhooks/writes";

const list = "/pengaturan/webhook";
const onlyNow = "Salin kuncinya sekarang: Lokmin tidak menampilkannya lagi. Tempel di sistem penerima.";

export async function addWebhookAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const parsed = parseForm(newWebhookSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addWebhook(actor, parsed.data);
  if (!outcome.ok) return refusedTyped("/pengaturan/webhook/baru", outcome, form);
  revalidatePath(list);
  return { done: `Webhook dibuat. ${onlyNow}`, secret: { label: "Kunci", text: outcome.secret } };
}

export async function editWebhookAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const parsed = parseForm(webhookEditSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await editWebhook(actor, id, parsed.data);
  if (!outcome.ok) return refusedTyped(`/pengaturan/webhook/${id}`, outcome, form);
  await tell("Webhook tersimpan.");
  return seeIt(id);
}

export async function renewSecretAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await renewWebhookSecret(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  return {
    done: `Kunci diganti; yang lama tidak dipakai lagi. ${onlyNow}`,
    secret: { label: "Kunci", text: outcome.secret },
  };
}

export async function switchWebhookAction(id: string, isActive: boolean, _: FormState, form: FormData) {
  const outcome = await switchWebhook(await requireActor(), id, isActive);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Webhook diubah.");
  return seeIt(id);
}

export async function testWebhookAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await testWebhook(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Kiriman uji dibuat.");
  return seeIt(id);
}

export async function retryDeliveryAction(id: string, deliveryId: string, _: FormState, form: FormData) {
  const outcome = await retryDelivery(await requireActor(), deliveryId);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Kiriman diulang.");
  return seeIt(id);
}

export async function deleteWebhookAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await deleteWebhook(await requireActor(), id);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Webhook dihapus.");
  revalidatePath(list);
  redirect(list);
}

function seeIt(id: string): never {
  revalidatePath(`${list}/${id}`);
  redirect(`${list}/${id}`);
}
