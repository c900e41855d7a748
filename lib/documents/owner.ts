import type { Actor } from "@/lib/actor";
import { escalationsVisibleTo } from "@/lib/escalations/reads";
import { visibleTo as meetingsVisibleTo } from "@/lib/meetings/reads";
import type { Prisma } from "@/prisma/generated/client";

export type DocumentOwner =
  | { organisationId: string }
  | { meetingId: string }
  | { invitationId: string }
  | { attendanceId: string }
  | { reportId: string }
  | { answerId: string };

export function visibleTo(actor: Actor): Prisma.DocumentWhereInput {
  const meeting = meetingsVisibleTo(actor);
  const ofPeople: Prisma.DocumentWhereInput[] =
    actor.organisation.kind === "PROVINCIAL_DINKES" ? [] : [{ invitation: { meeting } }, { attendance: { meeting } }];
  return {
    OR: [
      { organisationId: actor.organisation.id },
      { meeting },
      { report: { item: { meeting } } },
      { answer: { escalation: escalationsVisibleTo(actor) } },
      ...ofPeople,
    ],
  };
}
