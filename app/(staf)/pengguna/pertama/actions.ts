"use server";

import { revalidatePath } from "next/cache";
import { addFirstUsers, firstUsersSchema } from "@/lib/users/first-users";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";
import { linkState } from "../link-state";

export async function addFirstUsersAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(firstUsersSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addFirstUsers(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pengguna", "layout");
  return linkState(outcome.links);
}
