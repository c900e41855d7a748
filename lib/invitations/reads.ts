import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { placedTitle } from "@/lib/directory/rules";
import { isSameSeat, type OfficialSeat } from "@/lib/directory/same-seat";
import { endOfDayOf, holderAmong, runningAt } from "@/lib/directory/tenure";
import { calledBy, organisedBy } from "@/lib/meetings/organised";
import { visibleTo } from "@/lib/meetings/reads";
import { directoriesFor, editableStatuses, type Organised } from "@/lib/meetings/rules";
import { reopenToken } from "@/lib/secrets";
import type { MeetingKind } from "@/prisma/generated/enums";

export async function listInvitations(actor: Actor, meetingId: string) {
  return db.invitation.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }, { id: "asc" }],
    omit: { tokenHash: true, tokenSealed: true },
    include: { answer: true, village: { select: { name: true } } },
  });
}

export type ListedInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/** By invitation; null where the secret that sealed the link was lost. */
export async function listLinks(actor: Actor, meetingId: string): Promise<Map<string, string | null>> {
  const rows = await db.invitation.findMany({
    where: { meetingId, holderLeftAt: null, meeting: calledBy(actor) },
    select: { id: true, tokenSealed: true },
  });
  return new Map(rows.map((row) => [row.id, reopenToken(row.tokenSealed)]));
}

/** The meeting of the same kind before this one that invited somebody, with the seats it invited; null where none did. */
export async function findInvitedBefore(actor: Actor, meeting: { kind: MeetingKind; startsAt: Date }) {
  const before = await db.meeting.findFirst({
    where: {
      ...organisedBy(actor.organisation.id),
      kind: meeting.kind,
      startsAt: { lt: meeting.startsAt },
      status: { not: "CANCELLED" },
      invitations: { some: { seat: { organisationId: actor.organisation.id } } },
    },
    orderBy: { startsAt: "desc" },
    select: {
      title: true,
      invitations: {
        where: { seat: { organisationId: actor.organisation.id } },
        take: 1000,
        select: { seatId: true },
      },
    },
  });
  return before && { title: before.title, seatIds: before.invitations.flatMap(({ seatId }) => seatId ?? []) };
}

export async function listInvitedSeats(actor: Actor, meetingId: string): Promise<string[]> {
  const rows = await db.invitation.findMany({
    where: {
      meeting: { AND: [{ id: meetingId }, organisedBy(actor.organisation.id)] },
      seat: { organisationId: actor.organisation.id },
    },
    take: 1000,
    select: { seatId: true },
  });
  return rows.flatMap(({ seatId }) => seatId ?? []);
}

/** Meetings of the actor's own office that take invitations still, the next one first. */
export async function listInvitingMeetings(actor: Actor) {
  return db.meeting.findMany({
    where: { ...organisedBy(actor.organisation.id), status: { in: [...editableStatuses] } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, title: true, startsAt: true, timeZone: true, status: true },
  });
}

export async function invitedByOthers(
  tx: Db,
  actor: Actor,
  meeting: Organised & { id: string },
): Promise<OfficialSeat[]> {
  return tx.invitation.findMany({
    where: { meetingId: meeting.id, seat: { organisationId: { notIn: directoriesFor(actor, meeting) } } },
    select: { title: true, institution: true, villageCode: true, holderName: true, phone: true },
  });
}

/**
 * Seats of the actor's directory that the meeting has not invited yet, with who held them on its day; and those that
 * another organiser invited already out of its own directory.
 */
export async function listInvitableSeats(
  actor: Actor,
  meeting: Organised & { id: string; startsAt: Date; timeZone: string },
) {
  const [rows, others] = await Promise.all([
    listUninvited(directoriesFor(actor, meeting), meeting.id, endOfDayOf(meeting)),
    invitedByOthers(db, actor, meeting),
  ]);
  const seats = rows.map(({ holders, ...seat }) => ({
    ...seat,
    title: placedTitle(seat),
    holder: holderAmong(holders),
  }));
  const isInvited = (seat: (typeof seats)[number]) =>
    others.some((other) =>
      isSameSeat({ ...seat, holderName: seat.holder?.name ?? null, phone: seat.holder?.phone ?? null }, other),
    );
  return { seats: seats.filter((seat) => !isInvited(seat)), invitedElsewhere: seats.filter(isInvited) };
}

function listUninvited(organisationIds: string[], meetingId: string, at: Date) {
  return db.seat.findMany({
    where: { organisationId: { in: organisationIds }, archivedAt: null, invitations: { none: { meetingId } } },
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }],
    take: 1000,
    select: {
      id: true,
      title: true,
      institution: true,
      sector: true,
      villageCode: true,
      village: { select: { code: true, name: true } },
      holders: {
        where: runningAt(at),
        select: { prefix: true, name: true, phone: true, since: true, until: true },
      },
    },
  });
}
