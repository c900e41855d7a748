"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import type { FeedOwner } from "@/lib/calendar/rules";
import { renewFeed, revokeFeed } from "@/lib/calendar/writes";
import { type FormState, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { refusedAt, requireSignedIn } from "@/lib/web/second-step";
import { requireActor } from "@/lib/web/session";

const page = "/pengaturan/kalender";

export async function renewFeedAction(owner: FeedOwner, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await renewFeed(await requireSignedIn(), owner);
  if (!outcome.ok) return refusedAt(page, outcome, form);
  await tell("Alamat kalender baru dibuat; yang lama tidak berlaku lagi.");
  return seeIt();
}

export async function revokeFeedAction(owner: FeedOwner, _: FormState, form: FormData): Promise<FormState> {
  const outcome = await revokeFeed(await requireActor(), owner);
  if (!outcome.ok) return refused(outcome, form);
  await tell("Alamat kalender dicabut.");
  return seeIt();
}

function seeIt(): never {
  revalidatePath(page);
  redirect(page);
}
