"use server";

import { notFound, redirect } from "next/navigation";
import { type FormState, refused } from "@/lib/web/form";
import { takeUpload } from "@/lib/web/import-routes";
import { requireActor } from "@/lib/web/session";
import { kindOf } from "../kinds";

export async function uploadAction(slug: string, _state: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const kind = kindOf(slug);
  if (!kind) notFound();
  const outcome = await takeUpload(kind, actor, form);
  if (!outcome.ok) return refused(outcome, form);
  redirect(outcome.goTo);
}
