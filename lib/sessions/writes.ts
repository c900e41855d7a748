import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { endSessions } from "@/lib/sessions/lifetime";

/** Signs the actor out of every device, this one too. */
export async function endOwnSessions(actor: Actor): Promise<void> {
  await db.$transaction(async (tx) => {
    await endSessions(tx, actor.userId, "SIGN_OUT_EVERYWHERE");
    await recordEvent(tx, {
      ...by(actor),
      organisationId: actor.organisation.id,
      verb: "keluar dari",
      subject: "semua perangkat",
    });
  });
}
