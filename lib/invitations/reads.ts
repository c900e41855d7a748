import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { openToken } from "@/lib/secrets";
import type { MeetingKind } from "@/prisma/generated/enums";

/** Invitations of a meeting in protocol order, with their answers and without their links. */
export async function listInvitations(actor: Actor, meetingId: string) {
  return db.invitation.findMany({
    where: { meetingId, meeting: visibleTo(actor) },
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }, { id: "asc" }],
    omit: { tokenHash: true, tokenSealed: true },
    include: { answer: true, village: { select: { name: true } } },
  });
}

export type ListedInvitation = Awaited<ReturnType<typeof listInvitations>>[number];

/** The links of a meeting's invitations, for the staff of its organisers only. */
export async function listLinks(actor: Actor, meetingId: string): Promise<Map<string, string>> {
  const rows = await db.invitation.findMany({
    where: { meetingId, meeting: { organisers: { some: { puskesmasId: actor.organisation.id } } } },
    select: { id: true, tokenSealed: true },
  });
  return new Map(rows.map((row) => [row.id, openToken(row.tokenSealed)]));
}

/** The meeting of the same kind before this one that invited somebody, with the seats it invited; null where none did. */
export async function findInvitedBefore(actor: Actor, meeting: { kind: MeetingKind; startsAt: Date }) {
  const before = await db.meeting.findFirst({
    where: {
      organisers: { some: { puskesmasId: actor.organisation.id } },
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

/** Seats of the organisers' directories that the meeting has not invited yet. */
export async function listInvitableSeats(actor: Actor, meetingId: string) {
  const seats = await db.seat.findMany({
    where: { organisationId: actor.organisation.id, archivedAt: null, invitations: { none: { meetingId } } },
    orderBy: [{ protocolOrder: "asc" }, { villageCode: "asc" }, { title: "asc" }],
    take: 1000,
    select: {
      id: true,
      title: true,
      institution: true,
      sector: true,
      village: { select: { name: true } },
      holders: { where: { until: null }, select: { prefix: true, name: true } },
    },
  });
  return seats.map(({ holders, ...seat }) => ({ ...seat, holder: holders[0] ?? null }));
}
