"use server";

import { revalidatePath } from "next/cache";
import { giveLinks } from "@/lib/users/many-links";
import type { FormState } from "@/lib/web/form";
import { refusedTyped, requireSignedIn } from "@/lib/web/second-step";
import { linkState } from "../link-state";

export async function giveLinksAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const ids = form.getAll("pengguna[]").map(String);
  if (ids.length === 0) return { message: "Centang sekurangnya satu orang." };
  const outcome = await giveLinks(actor, ids);
  if (!outcome.ok) return refusedTyped("/pengguna/tautan", outcome, form);
  revalidatePath("/pengguna", "layout");
  return linkState(outcome.links);
}
