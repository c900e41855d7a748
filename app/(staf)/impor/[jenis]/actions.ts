"use server";

import { notFound, redirect } from "next/navigation";
import { kindOf } from "@/lib/imports/kinds";
import { type FormState, refused } from "@/lib/web/form";
import { takeUpload } from "@/lib/web/import-routes";
import { requireActor } from "@/lib/web/session";

export async function uploadAction(slug: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const kind = kindOf(slug);
  if (!kind) notFound();
  const outcome = await takeUpload(kind, actor, form);
  if (!outcome.ok) return refused(outcome, form);
  redirect(outcome.goTo);
}
