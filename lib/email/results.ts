import type { Actor } from "@/lib/actor";
import type { MailOutcome } from "@/lib/email/transport";
import { by, recordEvent } from "@/lib/events/record";
import type { FoundMeeting } from "@/lib/meetings/reads";
import type { MeetingMessage } from "@/lib/messages/rules";
import { noteTold } from "@/lib/messages/writes";
import { transact } from "@/lib/transact";
import type { DeliveryState } from "@/prisma/generated/enums";

type Sent = {
  actor: Actor;
  meeting: FoundMeeting;
  message: MeetingMessage;
  invitation: { id: string; title: string; institution: string };
};

export async function keepResult(
  { actor, meeting, message, invitation }: Sent,
  deliveryId: string,
  outcome: MailOutcome,
): Promise<void> {
  await transact(async (tx) => {
    await tx.emailDelivery.updateMany({
      where: { id: deliveryId },
      data: { state: stateOf(outcome), error: outcome.ok ? null : outcome.reason, at: new Date() },
    });
    if (!outcome.ok) return;
    const opened = {
      meetingId: meeting.id,
      invitationId: invitation.id,
      kind: message,
      shownSequence: meeting.sequence,
    };
    await noteTold(tx, opened, meeting.sequence);
    const { id: subjectId, title, institution } = invitation;
    await recordEvent(tx, by(actor), {
      action: "invitation.emailed",
      subjectId,
      organisationId: meeting.hostId,
      meetingId: meeting.id,
      data: { kind: message, title, institution },
    });
  });
}

function stateOf(outcome: MailOutcome): DeliveryState {
  if (outcome.ok) return "ACCEPTED";
  if (outcome.isUncertain) return "UNCERTAIN";
  return outcome.isTemporary ? "WAITING" : "FAILED";
}
