"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import type { Outcome } from "@/lib/actor";
import { formId } from "@/lib/fields";
import { isOwnerRef, type OwnerRef } from "@/lib/owner-links/rules";
import { issueOwnerLinks, markOwnerReminded, revokeOwnerLink } from "@/lib/owner-links/writes";
import { type FormState, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";

const boundSchema = z.object({ meetingId: formId, itemId: formId, ownerRef: z.custom<OwnerRef>(isOwnerRef) });

type Bound = z.output<typeof boundSchema>;

/** What is bound to a button comes back from the browser. */
function checked(bound: unknown): Bound {
  const { data } = boundSchema.safeParse(bound);
  return data ?? notFound();
}

async function goOn({ meetingId, itemId }: Bound, outcome: Outcome, form: FormData): Promise<FormState> {
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/tindak-lanjut", "layout");
  await tell("Tautan penanggung jawab diperbarui.");
  redirect(`/kegiatan/${meetingId}/rtl/${itemId}#tautan-pemilik`);
}

export async function issueLinkAction(bound: unknown, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const row = checked(bound);
  return goOn(row, await issueOwnerLinks(actor, [row.ownerRef]), form);
}

export async function linkOpenedAction(bound: unknown, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const row = checked(bound);
  return goOn(row, await markOwnerReminded(actor, row.ownerRef), form);
}

export async function revokeLinkAction(bound: unknown, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const row = checked(bound);
  return goOn(row, await revokeOwnerLink(actor, row.ownerRef), form);
}
