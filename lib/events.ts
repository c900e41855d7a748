import { type Actor, isPuskesmas, organisationsWithin } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

export type EventInput = {
  /** The organisation whose record it is. */
  organisationId: string;
  meetingId?: string | null;
  userId?: string | null;
  actor: string;
  onBehalfOf?: string | null;
  /** "menjadwalkan", "menjawab hadir" …: reads after the actor's name. */
  verb: string;
  subject: string;
  /** Before and after, never a phone, a token or a password. */
  detail?: Prisma.InputJsonValue;
};

/** Writes one event in the transaction of the change it tells of. */
export async function recordEvent(tx: Db, input: EventInput): Promise<void> {
  await tx.event.create({ data: input });
}

/** Writes the events of a change that makes many rows at once. */
export async function recordEvents(tx: Db, inputs: EventInput[]): Promise<void> {
  await tx.event.createMany({ data: inputs });
}

/** The part of an event that a signed-in actor gives. */
export function by(actor: Actor): { userId: string; actor: string; onBehalfOf: string } {
  return { userId: actor.userId, actor: actor.name, onBehalfOf: actor.organisation.name };
}

export const eventsPerPage = 50;

type EventFilter = { meetingId?: string | undefined; before?: bigint | undefined };

/**
 * Events the actor may read, newest first: those of one meeting, else those of its own and the organisations below
 * it. A Dinkes reads nothing of a draft.
 * @param filter before: an event's id, for the next page
 */
export async function listEvents(actor: Actor, filter: EventFilter = {}) {
  const rows = await db.event.findMany({
    where: { AND: [visibleTo(actor, filter.meetingId), filter.before ? { id: { lt: filter.before } } : {}] },
    orderBy: { id: "desc" },
    take: eventsPerPage + 1,
    select: {
      id: true,
      at: true,
      actor: true,
      onBehalfOf: true,
      verb: true,
      subject: true,
      detail: true,
      meeting: { select: { id: true, title: true } },
      organisation: { select: { name: true, timeZone: true } },
    },
  });
  return { events: rows.slice(0, eventsPerPage), hasMore: rows.length > eventsPerPage };
}

function visibleTo(actor: Actor, meetingId: string | undefined): Prisma.EventWhereInput {
  const organisers = { some: { puskesmas: organisationsWithin(actor) } };
  if (isPuskesmas(actor))
    return meetingId ? { meetingId, meeting: { organisers } } : { organisationId: actor.organisation.id };
  const isNoDraft = { status: { not: "DRAFT" as const } };
  return meetingId
    ? { meetingId, meeting: { organisers, ...isNoDraft } }
    : { organisation: organisationsWithin(actor), OR: [{ meetingId: null }, { meeting: isNoDraft }] };
}
