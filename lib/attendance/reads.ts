import type { Actor } from "@/lib/actor";
import { inLocalWords } from "@/lib/area-words/local";
import { type RollPerson, type RollRow, rollRow } from "@/lib/attendance/roll";
import { db } from "@/lib/db";
import { seatName, sectorNames } from "@/lib/directory/rules";
import { type ListedInvitation, listInvitations } from "@/lib/invitations/reads";
import { visibleTo } from "@/lib/meetings/reads";

export async function listAttendances(actor: Actor, meetingId: string) {
  return db.attendance.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: [{ markedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      invitationId: true,
      status: true,
      name: true,
      title: true,
      institution: true,
      representedTitle: true,
      representedInstitution: true,
      arrivedAt: true,
      note: true,
      source: true,
      version: true,
      confirmedAt: true,
      signature: { select: { id: true } },
    },
  });
}

export type ListedAttendance = Awaited<ReturnType<typeof listAttendances>>[number];

/** readAt: an ISO instant of the server's clock, to tell older from newer. */
export async function findRoll(
  actor: Actor,
  meetingId: string,
): Promise<{ people: RollPerson[]; rows: RollRow[]; readAt: string }> {
  const readAt = new Date().toISOString();
  const [invitations, attendances] = await Promise.all([
    listInvitations(actor, meetingId),
    listAttendances(actor, meetingId),
  ]);
  return {
    people: invitations.map((invitation) => rollPerson(invitation, actor)),
    rows: attendances.map(rollRow),
    readAt,
  };
}

function rollPerson(invitation: ListedInvitation, { organisation }: Actor): RollPerson {
  const { answer } = invitation;
  const isAnnounced = answer?.choice === "REPRESENTED";
  return {
    invitationId: invitation.id,
    seat: seatName({ title: invitation.title, prefix: invitation.holderPrefix }),
    holder: invitation.holderName,
    institution: invitation.institution,
    sector: inLocalWords(organisation.areaWords, sectorNames[invitation.sector]),
    village: invitation.village?.name ?? null,
    announced: isAnnounced
      ? {
          name: answer.delegateName ?? "",
          title: answer.delegateTitle ?? "",
          institution: answer.delegateInstitution ?? invitation.institution,
        }
      : null,
    declined: answer?.choice === "ABSENT",
  };
}
