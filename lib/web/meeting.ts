import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/actor";
import { type AskedMeeting, findAskedMeeting } from "@/lib/meetings/asked";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { requireActor } from "@/lib/web/session";

type Found =
  | { actor: Actor; meeting: FoundMeeting; asked: null }
  | { actor: Actor; meeting: null; asked: AskedMeeting };

/** Also for a puskesmas that was asked to hold it together and has not answered. */
export const requireMeetingOrAsked = cache(async (id: string): Promise<Found> => {
  const actor = await requireActor();
  const meeting = await findMeeting(actor, id);
  if (meeting) return { actor, meeting, asked: null };
  const asked = await findAskedMeeting(actor, id);
  return asked ? { actor, meeting: null, asked } : notFound();
});

export async function requireMeeting(id: string): Promise<{ actor: Actor; meeting: FoundMeeting }> {
  const { actor, meeting } = await requireMeetingOrAsked(id);
  return meeting ? { actor, meeting } : notFound();
}
