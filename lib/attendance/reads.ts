import type { Actor } from "@/lib/actor";
import { inLocalWords } from "@/lib/area-words/local";
import { type RollPerson, type RollRow, type RollSession, rollRow, sessionRow } from "@/lib/attendance/roll";
import { db } from "@/lib/db";
import { seatName, sectorNames } from "@/lib/directory/rules";
import { type ListedInvitation, listInvitations } from "@/lib/invitations/reads";
import { visibleTo } from "@/lib/meetings/reads";
import { listSessionAttendees } from "@/lib/session-attendance/attendees";
import { listPresences, listSessionRolls } from "@/lib/session-attendance/reads";

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
): Promise<{ people: RollPerson[]; rows: RollRow[]; sessions: RollSession[]; readAt: string }> {
  const readAt = new Date().toISOString();
  const [invitations, attendances, { learners, sessions, presences }] = await Promise.all([
    listInvitations(actor, meetingId),
    listAttendances(actor, meetingId),
    findSessionParts(actor, meetingId),
  ]);
  const byId = new Map(attendances.map((row) => [row.id, row]));
  const inSessions = presences.flatMap((presence) => {
    const row = byId.get(presence.attendanceId);
    return row ? [sessionRow(row, presence)] : [];
  });
  return {
    people: invitations.map((invitation) => ({
      ...rollPerson(invitation, actor),
      learns: learners.size === 0 || learners.has(invitation.id),
    })),
    rows: [...attendances.map(rollRow), ...inSessions],
    sessions,
    readAt,
  };
}

async function findSessionParts(actor: Actor, meetingId: string) {
  const sessions = await listSessionRolls(actor, meetingId);
  if (sessions.length === 0) return { learners: new Set<string>(), sessions: [], presences: [] };
  const [attendees, presences] = await Promise.all([
    listSessionAttendees(actor, meetingId),
    listPresences(actor, meetingId),
  ]);
  return {
    learners: new Set(attendees.flatMap(({ invitationId }) => invitationId ?? [])),
    sessions: sessions.map(
      ({ id, position, topic, startsAt, endsAt }): RollSession => ({
        ...{ id, position, topic },
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      }),
    ),
    presences,
  };
}

function rollPerson(invitation: ListedInvitation, { organisation }: Actor): Omit<RollPerson, "learns"> {
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
