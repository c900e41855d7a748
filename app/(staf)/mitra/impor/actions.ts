"use server";

import { redirect } from "next/navigation";
import { type FormState, refused } from "@/lib/web/form";
import { takeUpload } from "@/lib/web/import-routes";
import { requireActor } from "@/lib/web/session";
import { directoryImport } from "./directory-import";

export async function uploadAction(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await takeUpload(directoryImport, await requireActor(), form);
  if (!outcome.ok) return refused(outcome, form);
  redirect(outcome.goTo);
}
