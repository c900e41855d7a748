"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { newStaffSchema } from "@/lib/staff/schema";
import { addStaff } from "@/lib/staff/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";

export async function addStaffAction(_state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(newStaffSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await addStaff(actor, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  revalidatePath("/pegawai");
  redirect(`/pegawai/${outcome.id}?tersimpan=1`);
}
