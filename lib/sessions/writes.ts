import type { Actor } from "@/lib/actor";
import { by, recordEvent } from "@/lib/events/record";
import { endSessions } from "@/lib/sessions/lifetime";
import { transact } from "@/lib/transact";

export async function endOwnSessions(actor: Actor): Promise<void> {
  await transact(async (tx) => {
    await endSessions(tx, actor.userId, "SIGN_OUT_EVERYWHERE");
    await recordEvent(tx, by(actor), {
      action: "sessions.ended",
      subjectId: actor.userId,
      organisationId: actor.organisation.id,
      data: {},
    });
  });
}
