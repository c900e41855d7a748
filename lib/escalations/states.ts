import { type Actor, isPuskesmas } from "@/lib/actor";
import type { EscalationFilter, EscalationFilterState } from "@/lib/escalations/schema";
import { organisedBy } from "@/lib/meetings/organised";
import { dayOf, dayToDate } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

const ofOpenRow = { item: { status: { in: ["NOT_STARTED", "IN_PROGRESS"] } } } satisfies Prisma.EscalationWhereInput;

/** The day by which the office said it would be done has passed, and none later was said. */
function lateSince(today: Date, part: { forwardId?: null }) {
  const over: Prisma.EscalationAnswerWhereInput = { OR: [{ dueOn: { gte: today } }, { outcome: "RETURNED" }] };
  return { some: { ...part, dueOn: { lt: today } }, none: { ...part, ...over } };
}

function stateOfWhole(today: Date): Record<EscalationFilterState, Prisma.EscalationWhereInput> {
  const answered = (outcome: "ACTED_ON" | "RETURNED") => ({
    closedAt: { not: null },
    answers: { some: { outcome, forwardId: null } },
  });
  return {
    terbuka: { closedAt: null },
    menunggu: { closedAt: null, answers: { none: { forwardId: null } }, ...ofOpenRow },
    terlambat: { closedAt: null, answerBy: { lt: today }, ...ofOpenRow },
    "lewat-selesai": {
      ...ofOpenRow,
      answers: lateSince(today, { forwardId: null }),
      // One that was withdrawn is waited for no more.
      OR: [{ closedAt: null }, answered("ACTED_ON")],
    },
    ditindaklanjuti: answered("ACTED_ON"),
    dikembalikan: answered("RETURNED"),
    ditarik: { closedAt: { not: null }, answers: { none: { forwardId: null } } },
    semua: {},
  };
}

function stateOfPart(toId: string, today: Date): Record<EscalationFilterState, Prisma.EscalationWhereInput> {
  const some = (forward: Prisma.EscalationForwardWhereInput, rest: Prisma.EscalationWhereInput = {}) => ({
    forwards: { some: { toId, ...forward } },
    ...rest,
  });
  const answered = (outcome: "ACTED_ON" | "RETURNED") =>
    some({ closedAt: { not: null }, answers: { some: { outcome } } });
  return {
    terbuka: some({ closedAt: null }),
    menunggu: some({ closedAt: null, answers: { none: {} } }, ofOpenRow),
    terlambat: some({ closedAt: null, answerBy: { lt: today } }, ofOpenRow),
    "lewat-selesai": some({ answers: lateSince(today, {}) }, ofOpenRow),
    ditindaklanjuti: answered("ACTED_ON"),
    dikembalikan: answered("RETURNED"),
    ditarik: some({ closedAt: { not: null }, answers: { none: { outcome: { not: "RECEIVED" } } } }),
    semua: some({}),
  };
}

/** An office above those that are asked first: its inbox holds what was handed on to it. */
export function isAbove({ organisation: { kind } }: Actor): boolean {
  return kind === "PROVINCIAL_DINKES" || kind === "MINISTRY";
}

export function stateWhere(
  actor: Actor,
  state: EscalationFilterState,
  lingkup: EscalationFilter["lingkup"],
  now: Date,
): Prisma.EscalationWhereInput {
  const { id, timeZone } = actor.organisation;
  const today = dayToDate(dayOf(now, timeZone));
  const states = isAbove(actor) && lingkup !== "bawahan" ? stateOfPart(id, today) : stateOfWhole(today);
  const ofMine = { takeovers: { some: { userId: actor.userId, endedAt: null } } };
  return lingkup === "saya" && !isPuskesmas(actor) ? { AND: [states[state], ofMine] } : states[state];
}

export function puskesmasWhere(puskesmasId: string | undefined): Prisma.EscalationWhereInput {
  return puskesmasId ? { item: { meeting: organisedBy(puskesmasId) } } : {};
}
