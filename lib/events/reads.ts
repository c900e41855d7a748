import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { db } from "@/lib/db";
import { tellEvent } from "@/lib/events/tell";
import { organisedWithin } from "@/lib/meetings/organised";
import type { Prisma } from "@/prisma/generated/client";

export const eventsPerPage = 50;

type EventFilter = { meetingId?: string | undefined; before?: bigint | undefined };

/**
 * Events the actor may read, newest first: those of one meeting, else those of its own and the organisations below it.
 * @param filter before: an event's id, for the next page
 */
export async function listEvents(actor: Actor, filter: EventFilter = {}) {
  const rows = await db.event.findMany({
    where: {
      AND: [
        visibleTo(actor, filter.meetingId),
        ofOwnRecords(actor),
        filter.before ? { id: { lt: filter.before } } : {},
      ],
    },
    orderBy: { id: "desc" },
    take: eventsPerPage + 1,
    select: {
      id: true,
      at: true,
      actor: true,
      onBehalfOf: true,
      action: true,
      data: true,
      verb: true,
      subject: true,
      detail: true,
      meeting: { select: { id: true, title: true } },
      organisation: { select: { name: true, timeZone: true } },
    },
  });
  const events = rows.slice(0, eventsPerPage).map(({ action, data, verb, subject, detail, ...event }) => ({
    ...event,
    ...tellEvent({ action, data, verb, subject, detail }),
  }));
  return { events, hasMore: rows.length > eventsPerPage };
}

export type ListedEvent = Awaited<ReturnType<typeof listEvents>>["events"][number];

/** Who somebody is belongs to one office's records: neither a co-organiser nor a Dinkes reads them. */
function ofOwnRecords(actor: Actor): Prisma.EventWhereInput {
  return {
    OR: [{ subjectType: null }, { subjectType: { not: "person" } }, { organisationId: actor.organisation.id }],
  };
}

function visibleTo(actor: Actor, meetingId: string | undefined): Prisma.EventWhereInput {
  const organised = organisedWithin(actor);
  if (isPuskesmas(actor))
    return meetingId ? { meetingId, meeting: organised } : { organisationId: actor.organisation.id };
  const isNoDraft = { status: { not: "DRAFT" as const } };
  return meetingId
    ? { meetingId, meeting: { ...organised, ...isNoDraft } }
    : {
        organisation: organisationsWithin(actor),
        OR: [{ meetingId: null }, { meeting: { ...organised, ...isNoDraft } }],
      };
}
