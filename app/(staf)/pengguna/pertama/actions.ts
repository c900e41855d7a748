"use server";

import { revalidatePath } from "next/cache";
import { addFirstUsers, firstUsersSchema } from "@/lib/users/first-users";
import { type FormState, parseForm } from "@/lib/web/form";
import { refusedTyped, requireSignedIn } from "@/lib/web/second-step";
import { linkState } from "../link-state";

export async function addFirstUsersAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireSignedIn();
  const parsed = parseForm(firstUsersSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addFirstUsers(actor, parsed.data);
  if (!outcome.ok) return refusedTyped("/pengguna/pertama", outcome, form);
  revalidatePath("/pengguna", "layout");
  return linkState(outcome.links);
}
