import { type Actor, isRefusal, type Outcome } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting, type MeetingChange } from "@/lib/meetings/hold";
import { editableStatuses } from "@/lib/meetings/rules";
import { hashToken, newToken, reopenToken, sealToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";

export const lostScopes = ["unsent", "all"] as const;
export type LostScope = (typeof lostScopes)[number];

const replacing: MeetingChange = {
  name: "replace the lost links of",
  statuses: editableStatuses,
  refusal: "Kegiatan ini sudah selesai atau dibatalkan; tautannya tidak perlu diganti lagi",
};

/**
 * New links for invitations whose own cannot be copied any more, since the secret that sealed them was lost.
 * @param scope "unsent" leaves those that somebody has already, which stay open
 */
export async function replaceLostLinks(
  actor: Actor,
  meetingId: string,
  scope: LostScope,
): Promise<Outcome<{ replaced: number }>> {
  return transact<Outcome<{ replaced: number }>>(async (tx) => {
    const meeting = await holdMeeting(tx, actor, meetingId, replacing);
    if (isRefusal(meeting)) return meeting;
    const invitations = await tx.invitation.findMany({
      where: { meetingId, holderLeftAt: null, ...(scope === "unsent" && { handedOutAt: null }) },
      select: { id: true, tokenSealed: true },
    });
    const lost = invitations.filter(({ tokenSealed }) => reopenToken(tokenSealed) === null);
    if (lost.length === 0) return { ok: true, replaced: 0 };
    await giveNewTokens(
      tx,
      lost.map(({ id }) => id),
    );
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "invitation.links-replaced",
      subjectId: meetingId,
      data: { count: lost.length },
    });
    return { ok: true, replaced: lost.length };
  });
}

async function giveNewTokens(tx: Db, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id) => {
    const token = newToken();
    return { id, hash: hashToken(token), sealed: sealToken(token) };
  });
  await tx.$executeRaw`
    UPDATE "Invitation" i SET "tokenHash" = r.hash, "tokenSealed" = r.sealed, "handedOutAt" = NULL,
      "toldSequence" = NULL, "remindedAt" = NULL
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, hash text, sealed text)
    WHERE i.id = r.id`;
}
