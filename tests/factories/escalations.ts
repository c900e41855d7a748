import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { defaultAnswerDays } from "@/lib/escalations/rules";
import { addDays, dayOf, dayToDate } from "@/lib/time";
import type { Escalation, EscalationForward, EscalationTakeover, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

/** The office's day, which is another than that of the clock's zone for seven hours. */
const dayAfter = (from: Date, days: number) => dayToDate(addDays(dayOf(from, "Asia/Jakarta"), days));

type EscalationOptions = Partial<Prisma.EscalationCreateManyInput> & { itemId: string; dinkesId: string };
export type EscalationRow = Prisma.EscalationCreateManyInput & { id: string };

/** A row handed to a Dinkes, now and unanswered; not saved. */
export function escalationRow(overrides: EscalationOptions): EscalationRow {
  const raisedAt = new Date(overrides.raisedAt ?? Date.now());
  return {
    answerBy: dayAfter(raisedAt, defaultAnswerDays),
    reason: `Perlu anggaran kabupaten ${nextNumber()}`,
    raiser: "Petugas",
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

export function makeEscalation(options: EscalationOptions): Promise<Escalation> {
  return db.escalation.create({ data: escalationRow(options) });
}

type ForwardOptions = Partial<Prisma.EscalationForwardCreateManyInput> & { escalationId: string; fromId: string };
export type ForwardRow = Prisma.EscalationForwardCreateManyInput & { id: string };

/** Handed on today, for an answer within ten days; not saved. */
export function forwardRow(overrides: ForwardOptions): ForwardRow {
  return {
    institution: `Dinas ${nextNumber()}`,
    asked: "Mohon dukungan",
    answerBy: dayAfter(new Date(), 10),
    forwarder: "Petugas",
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

export function makeForward(options: ForwardOptions): Promise<EscalationForward> {
  return db.escalationForward.create({ data: forwardRow(options) });
}

type TakeoverOptions = Partial<Prisma.EscalationTakeoverCreateManyInput> & {
  escalationId: string;
  organisationId: string;
};

export function makeTakeover(options: TakeoverOptions): Promise<EscalationTakeover> {
  return db.escalationTakeover.create({ data: { name: "Petugas", id: randomUUID(), ...options } });
}
