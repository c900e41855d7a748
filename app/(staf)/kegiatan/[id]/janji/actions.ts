"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { carryOverFilters, reviewSchema } from "@/lib/follow-up/review-schema";
import { reviewCarriedItem, undoReview } from "@/lib/follow-up/review-writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { withQuery } from "@/lib/web/query";
import { requireActor } from "@/lib/web/session";

type Shown = { saring?: string | undefined; halaman?: number | undefined };

/** Gives one carried-over row its status, or corrects it, and comes back to the list as it was. */
export async function reviewAction(
  meetingId: string,
  itemId: string,
  shown: Shown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const parsed = parseForm(reviewSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await reviewCarriedItem(actor, meetingId, itemId, parsed.data);
  if (!outcome.ok) return refused(outcome, form);
  return back(meetingId, itemId, shown, `rtl-${outcome.number}`);
}

export async function undoReviewAction(
  meetingId: string,
  itemId: string,
  reviewId: string,
  shown: Shown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireActor();
  const outcome = await undoReview(actor, meetingId, itemId, reviewId);
  if (!outcome.ok) return refused(outcome, form);
  return back(meetingId, itemId, shown, "batal");
}

/** What is bound comes back from the browser: only what the page knows goes into the address. */
function back(meetingId: string, itemId: string, shown: Shown, saved: string): never {
  revalidatePath(`/kegiatan/${meetingId}`, "layout");
  const saring = carryOverFilters.find((filter) => filter === shown?.saring && filter !== "semua");
  const halaman = Number.isInteger(shown?.halaman) && Number(shown?.halaman) > 1 ? shown?.halaman : undefined;
  // Of those that wait, the row is gone from the list once it has its status.
  const place = saring === "belum" && saved !== "batal" ? "#daftar" : `#janji-${itemId}`;
  redirect(withQuery(`/kegiatan/${meetingId}/janji`, { saring, halaman, tersimpan: saved }) + place);
}
