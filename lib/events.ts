// What lib/events/record.ts replaces, for the writes that still give words.
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
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
