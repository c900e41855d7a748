import { db } from "@/lib/db";
import type { Event, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type EventOptions = Partial<Prisma.EventCreateManyInput> & { organisationId: string };
export type EventRow = Prisma.EventCreateManyInput;

/** Somebody's doing, now; not saved. */
export function eventRow(overrides: EventOptions): EventRow {
  return { actor: "Petugas", verb: "mengubah", subject: `Kegiatan ${nextNumber()}`, ...overrides };
}

export function makeEvent(options: EventOptions): Promise<Event> {
  return db.event.create({ data: eventRow(options) });
}
