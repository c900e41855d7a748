"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { findNeighbours, findReport } from "@/lib/reviews/reads";
import { reviewSchema } from "@/lib/reviews/schema";
import { reviewSubmission } from "@/lib/reviews/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

/** Decides, and leads to the next report that waits. */
export async function reviewAction(reportId: string, _: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(reviewSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await reviewSubmission(actor, reportId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  const report = await findReport(actor, reportId);
  const neighbours = report && (await findNeighbours(actor, report));
  revalidatePath("/tinjauan", "layout");
  const next = neighbours?.next ?? neighbours?.previous;
  redirect(withQuery(next ? `/tinjauan/${next}` : "/tinjauan", { selesai: reportId }));
}
