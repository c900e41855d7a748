"use server";

import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import { type FollowUpFilter, followUpSchema } from "@/lib/follow-up/schema";
import { isOwnerRef } from "@/lib/owner-links/rules";
import { findOwnerSendList, listOwnersWithoutLink } from "@/lib/owner-links/send-list";
import { issueOwnerLinks, markOwnerReminded } from "@/lib/owner-links/writes";
import { type FormState, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";
import { choiceQuery } from "../filter-address";

const path = "/tindak-lanjut/kirim";

/** The filter behind an address of ours; what is bound comes back from the browser. */
function filterOf(query: unknown) {
  const values = new URLSearchParams(typeof query === "string" ? query : "");
  return followUpSchema.parse({ ...Object.fromEntries(values), rtl: values.getAll("rtl") });
}

const addressOf = (filter: FollowUpFilter, anchor = "") => {
  const query = choiceQuery(filter);
  return `${path}${query ? `?${query}` : ""}${anchor}`;
};

/** Makes the links of everybody on the list who has none, so that their messages can be written. */
export async function prepareAction(query: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const filter = filterOf(query);
  const keys = await listOwnersWithoutLink(actor, filter, new Date());
  const outcome = await issueOwnerLinks(actor, keys);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Tautan penanggung jawab siap dikirim.");
  revalidatePath(path);
  redirect(addressOf(filter));
}

/** Marks an owner and goes on to the next one. */
export async function remindedAction(query: string, key: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  if (!isOwnerRef(key)) notFound();
  const outcome = await markOwnerReminded(actor, key);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Ditandai terkirim.");
  revalidatePath("/tindak-lanjut", "layout");
  const filter = filterOf(query);
  const { rows, nextKey } = await findOwnerSendList(actor, filter, new Date());
  const place = rows.findIndex((row) => row.key === nextKey);
  redirect(addressOf(filter, place < 0 ? "" : `#p-${place + 1}`));
}
