import type { Actor } from "@/lib/actor";
import type { EscalationOutcome } from "@/prisma/generated/enums";

export type EscalationState = "WAITING" | "TAKEN" | "FOLLOWED_UP" | "SENT_BACK" | "WITHDRAWN";

export const escalationStateNames: Record<EscalationState, string> = {
  WAITING: "Menunggu jawaban Dinkes",
  TAKEN: "Diterima Dinkes",
  FOLLOWED_UP: "Ditindaklanjuti Dinkes",
  SENT_BACK: "Dikembalikan Dinkes",
  WITHDRAWN: "Ditarik puskesmas",
};

export const escalationOutcomeNames: Record<EscalationOutcome, string> = {
  RECEIVED: "Diterima",
  ACTED_ON: "Ditindaklanjuti",
  RETURNED: "Dikembalikan",
  ANSWERED: "Dijawab",
};

const ends: Record<EscalationOutcome, EscalationState> = {
  RECEIVED: "TAKEN",
  ACTED_ON: "FOLLOWED_UP",
  RETURNED: "SENT_BACK",
  ANSWERED: "FOLLOWED_UP",
};

/** @param last outcome of its newest answer, null while there is none: closed without one, it was withdrawn */
export function escalationState(closedAt: Date | null, last: EscalationOutcome | null): EscalationState {
  if (last) return ends[last];
  return closedAt ? "WITHDRAWN" : "WAITING";
}

export type ForwardState = "OPEN" | "ANSWERED" | "DECLINED" | "RECALLED";

export const forwardStateNames: Record<ForwardState, string> = {
  OPEN: "Menunggu jawaban",
  ANSWERED: "Sudah dijawab",
  DECLINED: "Dikembalikan",
  RECALLED: "Ditarik",
};

/** @param last outcome of the newest answer to it, null while there is none */
export function forwardState(closedAt: Date | null, last: EscalationOutcome | null): ForwardState {
  if (!closedAt) return "OPEN";
  if (last === "ACTED_ON" || last === "ANSWERED") return "ANSWERED";
  return last === "RETURNED" ? "DECLINED" : "RECALLED";
}

export function endsEscalation(outcome: EscalationOutcome): boolean {
  return outcome !== "RECEIVED";
}

export function canAnswerEscalation(actor: Actor, escalation: { dinkesId: string }): boolean {
  return worksOnEscalations(actor) && actor.organisation.id === escalation.dinkesId;
}

export function worksOnEscalations({ role }: Actor): boolean {
  return role === "DINKES_ADMIN" || role === "DINKES_REVIEWER";
}

export function canSetGrace({ role }: Actor): boolean {
  return role === "DINKES_ADMIN";
}

export type Link = { id: string; fromId: string; toId: string | null; closedAt: Date | null };
export type Chain = { dinkesId: string; closedAt: Date | null; forwards: readonly Link[] };

/** The level of the chain on which the actor's office acts: the asked Dinkes, or one that it was handed on to. */
export type Part = { organisationId: string; forwardId: string | null; isClosed: boolean };

export function partOf(actor: Actor, { dinkesId, closedAt, forwards }: Chain): Part | null {
  const { id: organisationId } = actor.organisation;
  if (!worksOnEscalations(actor)) return null;
  if (dinkesId === organisationId) return { organisationId, forwardId: null, isClosed: closedAt !== null };
  const handedOn = forwards.filter(({ toId }) => toId === organisationId);
  const forward = handedOn.find((one) => one.closedAt === null) ?? handedOn.at(-1);
  return forward ? { organisationId, forwardId: forward.id, isClosed: forward.closedAt !== null } : null;
}

/** What a forward handed on in its turn, all the way up: recalled with it. */
export function forwardsAbove(forward: Link, all: readonly Link[]): Link[] {
  const next = all.filter(({ fromId, closedAt }) => closedAt === null && fromId === forward.toId);
  return next.flatMap((one) => [one, ...forwardsAbove(one, all)]);
}

export const defaultAnswerDays = 14;

/** @param due days until the answer is due, below zero when overdue */
export function answerDueWords(due: number): string {
  if (due < 0) return `terlambat dijawab ${-due} hari`;
  return due === 0 ? "batas jawaban hari ini" : `batas jawaban ${due} hari lagi`;
}
