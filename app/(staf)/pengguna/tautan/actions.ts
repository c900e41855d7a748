"use server";

import { revalidatePath } from "next/cache";
import { giveLinks } from "@/lib/users/many-links";
import type { FormState } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";
import { linkState } from "../link-state";

export async function giveLinksAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const ids = form.getAll("pengguna[]").map(String);
  if (ids.length === 0) return { message: "Centang sekurangnya satu orang." };
  const { links } = await giveLinks(actor, ids);
  revalidatePath("/pengguna", "layout");
  return linkState(links);
}
