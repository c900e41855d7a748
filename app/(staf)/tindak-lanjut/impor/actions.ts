"use server";

import { redirect } from "next/navigation";
import { type FormState, refused } from "@/lib/web/form";
import { requireActor } from "@/lib/web/session";
import { takeUpload } from "./upload";

export async function uploadAction(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await takeUpload(await requireActor(), form);
  if (!outcome.ok) return refused(outcome, form);
  redirect(outcome.goTo);
}
