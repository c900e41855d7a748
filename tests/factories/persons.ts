import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Person, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

export type PersonRow = Prisma.PersonCreateManyInput & { id: string };
type PersonOptions = Partial<Prisma.PersonCreateManyInput> & { organisationId: string };

/** An office's record of somebody; not saved. */
export function personRow(overrides: PersonOptions): PersonRow {
  return { name: `Orang ${nextNumber()}`, ...overrides, id: overrides.id ?? randomUUID() };
}

export function makePerson(options: PersonOptions): Promise<Person> {
  return db.person.create({ data: personRow(options) });
}
