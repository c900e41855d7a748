import { type Actor, isPuskesmasWriter } from "@/lib/actor";
import { visibleTo } from "@/lib/meetings/reads";
import { canWriteMeeting, type Organised } from "@/lib/meetings/rules";
import type { Prisma } from "@/prisma/generated/client";

/** Participants of trainings that the actor sees, and those of his own office wherever they were trained. */
export function applicationVisibleTo(actor: Actor): Prisma.TrainingParticipantWhereInput {
  return {
    OR: [
      { training: { meeting: visibleTo(actor) } },
      { organisationId: actor.organisation.id, training: { meeting: { status: "CLOSED" } } },
    ],
  };
}

export function canAssess(actor: Actor, meeting: Organised, participant: { organisationId: string | null }): boolean {
  const isOwn = participant.organisationId === actor.organisation.id;
  return canWriteMeeting(actor, meeting) || (isOwn && isPuskesmasWriter(actor));
}
