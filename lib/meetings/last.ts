import type { Actor } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { clockOf, dayOf } from "@/lib/time";
import type { MeetingKind } from "@/prisma/generated/enums";

export type LastMeeting = { id: string; kind: MeetingKind; title: string; day: string };

const heldBy = (actor: Actor) => ({
  hostId: actor.organisation.id,
  status: { in: ["SCHEDULED" as const, "IN_PROGRESS" as const, "CLOSED" as const] },
});

export async function listLastMeetings(actor: Actor): Promise<LastMeeting[]> {
  const rows = await db.meeting.findMany({
    where: heldBy(actor),
    distinct: ["kind"],
    orderBy: { startsAt: "desc" },
    select: { id: true, kind: true, title: true, startsAt: true, timeZone: true },
  });
  return rows.map(({ startsAt, timeZone, ...row }) => ({ ...row, day: dayOf(startsAt, timeZone) }));
}

/** What a new meeting takes over from an earlier one of the own office; null where it may not be seen. */
export async function findMeetingToRepeat(actor: Actor, id: string) {
  const meeting = isId(id)
    ? await db.meeting.findFirst({
        where: { id, ...heldBy(actor) },
        select: {
          id: true,
          kind: true,
          typeKey: true,
          title: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          place: true,
          mapUrl: true,
          leader: true,
          contactName: true,
          contactPhone: true,
          agenda: { orderBy: { position: "asc" }, take: 60, select: { topic: true, minutes: true, presenter: true } },
          _count: {
            select: { invitations: { where: { seat: { organisationId: actor.organisation.id, archivedAt: null } } } },
          },
        },
      })
    : null;
  if (!meeting) return null;
  const { startsAt, endsAt, timeZone, _count, typeKey, ...kept } = meeting;
  return {
    ...kept,
    day: dayOf(startsAt, timeZone),
    startTime: clockOf(startsAt, timeZone),
    endTime: endsAt && clockOf(endsAt, timeZone),
    // Of a monthly Lokmin it follows from its place in the year.
    typeKey: meeting.kind === "PRE_LOKMIN" ? typeKey : null,
    invited: _count.invitations,
  };
}

export type MeetingToRepeat = NonNullable<Awaited<ReturnType<typeof findMeetingToRepeat>>>;
