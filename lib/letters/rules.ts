import { type Actor, isDinkes, isPuskesmasWriter } from "@/lib/actor";
import { isOfHostDinkes } from "@/lib/meetings/rules";
import type { LetterUrgency } from "@/prisma/generated/enums";

export const urgencyNames: Record<LetterUrgency, string> = {
  ORDINARY: "Biasa",
  IMPORTANT: "Penting",
  URGENT: "Segera",
  VERY_URGENT: "Sangat Segera",
  CONFIDENTIAL: "Rahasia",
};

export const urgencies = [
  "ORDINARY",
  "IMPORTANT",
  "URGENT",
  "VERY_URGENT",
  "CONFIDENTIAL",
] as const satisfies readonly LetterUrgency[];

export function canWriteLetters(actor: Actor): boolean {
  return isPuskesmasWriter(actor) || isDinkes(actor);
}

export function canSetUpPapers(actor: Actor): boolean {
  return isPuskesmasWriter(actor) || actor.role === "DINKES_ADMIN";
}

export function canWriteMeetingLetters(actor: Actor, meeting: { hostId: string }): boolean {
  return isOfHostDinkes(actor, meeting) || (isPuskesmasWriter(actor) && actor.organisation.id === meeting.hostId);
}
