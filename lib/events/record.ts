import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { type Action, type EventData, eventKinds } from "@/lib/events/kinds";
import { findNewsKind } from "@/lib/notifications/kinds";
import { queueWebhooks } from "@/lib/webhooks/outbox";
import { topicOf } from "@/lib/webhooks/topics";

export type Author = { userId?: string; actor: string; onBehalfOf: string | null };

export function by(actor: Actor): Author {
  return { userId: actor.userId, actor: actor.name, onBehalfOf: actor.organisation.name };
}

export type NewEvent = {
  [A in Action]: {
    action: A;
    /** Of what the kind of event is about. */
    subjectId: string;
    /** The organisation whose record it is. */
    organisationId: string;
    meetingId?: string | null;
    /** Never a phone, a token or a password. */
    data: EventData<A>;
  };
}[Action];

/** Writes one event in the transaction of the change it tells of. */
export async function recordEvent(tx: Db, author: Author, event: NewEvent): Promise<void> {
  const row = rowOf(author, event);
  const { id, at } = await tx.event.create({ data: row, select: { id: true, at: true } });
  await queueWebhooks(tx, { ...row, id, at, meetingId: row.meetingId ?? null });
}

type Unplaced<E> = E extends NewEvent ? Omit<E, "organisationId" | "meetingId"> : never;

/** The same of a meeting: the record is its host's. */
export function recordMeetingEvent(
  tx: Db,
  author: Author,
  meeting: { id: string; hostId: string },
  event: Unplaced<NewEvent>,
): Promise<void> {
  return recordEvent(tx, author, { ...event, organisationId: meeting.hostId, meetingId: meeting.id });
}

/** The same for a change that makes many rows at once. */
export async function recordEvents(tx: Db, author: Author, events: readonly NewEvent[]): Promise<void> {
  const isTold = ({ action }: NewEvent) => topicOf(action) !== null;
  await tx.event.createMany({ data: events.filter((event) => !isTold(event)).map((event) => rowOf(author, event)) });
  for (const event of events.filter(isTold)) await recordEvent(tx, author, event);
}

export function rowOf(author: Author, event: NewEvent) {
  return {
    ...author,
    ...event,
    subjectType: eventKinds[event.action].subject,
    isNews: findNewsKind(event.action) !== null,
  };
}
