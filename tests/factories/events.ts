import { db } from "@/lib/db";
import { tellEvent } from "@/lib/events/tell";
import type { Event, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type EventOptions = Partial<Prisma.EventCreateManyInput> & { organisationId: string };
export type EventRow = Prisma.EventCreateManyInput;

/** Somebody's doing in words, as events were written before they had kinds; not saved. */
export function eventRow(overrides: EventOptions): EventRow {
  return { actor: "Petugas", verb: "mengubah", subject: `Kegiatan ${nextNumber()}`, ...overrides };
}

export function makeEvent(options: EventOptions): Promise<Event> {
  return db.event.create({ data: eventRow(options) });
}

/** What the history says, the oldest first: "menjadwalkan: Lokakarya Mini …", each with its lines of before and after. */
export async function listSentences(where: Prisma.EventWhereInput = {}): Promise<{ says: string; lines: string[] }[]> {
  const events = await db.event.findMany({ where, orderBy: { id: "asc" } });
  return events.map((event) => {
    const { verb, subject, lines } = tellEvent(event);
    return { says: `${verb}: ${subject}`, lines };
  });
}
