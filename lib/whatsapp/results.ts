import type { Actor } from "@/lib/actor";
import { by, recordEvent } from "@/lib/events/record";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { noteTold } from "@/lib/messages/writes";
import { hashToken } from "@/lib/secrets";
import { transact } from "@/lib/transact";
import type { WhatsappOutcome } from "@/lib/whatsapp/client";
import type { WhatsappKind } from "@/lib/whatsapp/rules";
import type { WhatsappState } from "@/prisma/generated/enums";

type Sent = {
  actor: Actor;
  meeting: FoundMeeting;
  message: WhatsappKind;
  invitation: { id: string; title: string; institution: string };
};

export async function keepWhatsappResult(
  { actor, meeting, message, invitation }: Sent,
  deliveryId: string,
  outcome: WhatsappOutcome,
): Promise<void> {
  await transact(async (tx) => {
    // A status may have come before this answer: then it stays.
    await tx.whatsappDelivery.updateMany({
      where: { id: deliveryId, state: "SENDING" },
      data: { state: stateOf(outcome), error: outcome.ok ? null : outcome.reason, at: new Date() },
    });
    if (!outcome.ok) return;
    await tx.whatsappDelivery.updateMany({
      where: { id: deliveryId },
      data: { messageId: hashToken(outcome.messageId) },
    });
    const { id: invitationId, title, institution } = invitation;
    const { id: meetingId, hostId: organisationId, sequence } = meeting;
    await noteTold(tx, { meetingId, invitationId, kind: message, shownSequence: sequence }, sequence);
    await recordEvent(tx, by(actor), {
      ...{ action: "invitation.whatsapped", subjectId: invitationId, organisationId, meetingId },
      data: { kind: message, title, institution },
    });
  });
}

function stateOf(outcome: WhatsappOutcome): WhatsappState {
  if (outcome.ok) return "ACCEPTED";
  if (outcome.isUncertain) return "UNCERTAIN";
  return outcome.isTemporary ? "WAITING" : "FAILED";
}
