"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formId } from "@/lib/fields";
import { listInvitedSeats } from "@/lib/invitations/reads";
import { inviteSeats } from "@/lib/invitations/writes";
import type { SecondOfPeriod } from "@/lib/meetings/period";
import { meetingSchema } from "@/lib/meetings/schema";
import { draftMeeting } from "@/lib/meetings/writes";
import { type FormState, parseForm, refused } from "@/lib/web/form";
import { tell } from "@/lib/web/notice";
import { requireActor } from "@/lib/web/session";
import { movedAgenda } from "./moved-agenda";

export async function draftMeetingAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const moved = movedAgenda(form);
  if (moved) return moved;
  const parsed = parseForm(meetingSchema, form);
  if (!parsed.ok) return parsed.state;
  const outcome = await draftMeeting(actor, parsed.data);
  if (!outcome.ok) return { ...refused(outcome, form), ...linkToFirst(outcome.second) };
  await tell("Draf kegiatan tersimpan.");
  const before = formId.safeParse(form.get("inviteAgain"));
  if (before.success) await inviteSeats(actor, outcome.id, await listInvitedSeats(actor, before.data));
  revalidatePath("/kegiatan");
  redirect(`/kegiatan/${outcome.id}`);
}

function linkToFirst(second: SecondOfPeriod["second"]): FormState {
  return second ? { link: { href: `/kegiatan/${second.meetingId}`, text: `Buka ${second.title}` } } : {};
}
