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
};

const ends: Record<EscalationOutcome, EscalationState> = {
  RECEIVED: "TAKEN",
  ACTED_ON: "FOLLOWED_UP",
  RETURNED: "SENT_BACK",
};

/** @param last outcome of its newest answer, null while there is none: closed without one, it was withdrawn */
export function escalationState(closedAt: Date | null, last: EscalationOutcome | null): EscalationState {
  if (last) return ends[last];
  return closedAt ? "WITHDRAWN" : "WAITING";
}

export function endsEscalation(outcome: EscalationOutcome): boolean {
  return outcome !== "RECEIVED";
}

export function canAnswerEscalation(actor: Actor, escalation: { dinkesId: string }): boolean {
  const { kind, id } = actor.organisation;
  return kind === "DISTRICT_DINKES" && id === escalation.dinkesId;
}
