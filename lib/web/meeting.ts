import { notFound } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/actor";
import { type FoundMeeting, findMeeting } from "@/lib/meetings/reads";
import { requireActor } from "@/lib/web/session";

export const requireMeeting = cache(async (id: string): Promise<{ actor: Actor; meeting: FoundMeeting }> => {
  const actor = await requireActor();
  const meeting = await findMeeting(actor, id);
  return meeting ? { actor, meeting } : notFound();
});
