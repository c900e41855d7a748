import type { Actor, Outcome } from "@/lib/actor";
import { db } from "@/lib/db";
import { inviteSeats } from "@/lib/invitations/writes";
import { organisedBy } from "@/lib/meetings/organised";

/** Invites the seats of the own directory that an earlier meeting invited, as far as they are still there. */
export async function inviteAgain(
  actor: Actor,
  meetingId: string,
  beforeId: string,
): Promise<Outcome<{ added: number }>> {
  const invited = await db.invitation.findMany({
    where: {
      meeting: { AND: [{ id: beforeId }, organisedBy(actor.organisation.id)] },
      seat: { organisationId: actor.organisation.id },
    },
    take: 1000,
    select: { seatId: true },
  });
  return inviteSeats(
    actor,
    meetingId,
    invited.flatMap(({ seatId }) => seatId ?? []),
  );
}
