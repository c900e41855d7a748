import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Escalation, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type EscalationOptions = Partial<Prisma.EscalationCreateManyInput> & { itemId: string; dinkesId: string };
export type EscalationRow = Prisma.EscalationCreateManyInput & { id: string };

/** A row handed to a Dinkes, now and unanswered; not saved. */
export function escalationRow(overrides: EscalationOptions): EscalationRow {
  return {
    reason: `Perlu anggaran kabupaten ${nextNumber()}`,
    raiser: "Petugas",
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

export function makeEscalation(options: EscalationOptions): Promise<Escalation> {
  return db.escalation.create({ data: escalationRow(options) });
}
