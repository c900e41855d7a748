import { type Actor, isDinkesStaff } from "@/lib/actor";
import { notesStatuses } from "@/lib/meetings/rules";
import type { ChecklistAnswer, MeetingStatus } from "@/prisma/generated/enums";

export function seesProgrammes(actor: Actor): boolean {
  return isDinkesStaff(actor);
}

export function canMakeProgrammes(actor: Actor): boolean {
  return actor.role === "DINKES_ADMIN";
}

export function canChangeProgramme(actor: Actor, programme: { organisationId: string }): boolean {
  return canMakeProgrammes(actor) && programme.organisationId === actor.organisation.id;
}

export type CoverageState = "open" | "planned" | "missed" | "running" | "held";

export const coverageNames: Record<CoverageState, string> = {
  open: "belum dijadwalkan",
  planned: "dijadwalkan",
  missed: "terlewat",
  running: "berlangsung",
  held: "sudah dikunjungi",
};

export type VisitStanding = { status: MeetingStatus; day: string };

/** A visit that was cancelled leaves its puskesmas open. @param today "2026-11-28" */
export function coverageOf(visits: readonly VisitStanding[], today: string): CoverageState {
  const has = (status: MeetingStatus) => visits.some((visit) => visit.status === status);
  if (has("CLOSED")) return "held";
  if (has("IN_PROGRESS")) return "running";
  const planned = visits.filter(({ status }) => isPlanned(status));
  if (planned.length === 0) return "open";
  return planned.every(({ status, day }) => status !== "POSTPONED" && day < today) ? "missed" : "planned";
}

export function isPlanned(status: MeetingStatus): boolean {
  return status === "DRAFT" || status === "SCHEDULED" || status === "POSTPONED";
}

export const answerNames: Record<ChecklistAnswer, string> = {
  YES: "Ya",
  PARTLY: "Sebagian",
  NO: "Tidak",
  NOT_APPLICABLE: "Tidak berlaku",
};

export type Answered = {
  form: "YES_NO" | "SCORE";
  maxScore: number | null;
  answer: ChecklistAnswer | null;
  score: number | null;
};

export function isAnswered({ answer, score }: Answered): boolean {
  return answer !== null || score !== null;
}

const worth: Record<ChecklistAnswer, number | null> = { YES: 1, PARTLY: 0.5, NO: 0, NOT_APPLICABLE: null };

function shareOf({ form, maxScore, answer, score }: Answered): number | null {
  if (form === "YES_NO") return answer && worth[answer];
  return score === null || !maxScore ? null : score / maxScore;
}

/** Of 100: the mean of what was answered, a half for "sebagian"; null where nothing was. */
export function checklistPercent(rows: readonly Answered[]): number | null {
  const shares = rows.flatMap((row) => shareOf(row) ?? []);
  if (shares.length === 0) return null;
  return Math.round((100 * shares.reduce((sum, share) => sum + share, 0)) / shares.length);
}

export function answerWords({ form, maxScore, answer, score }: Answered): string {
  if (form === "SCORE") return score === null ? "–" : `${score} dari ${maxScore}`;
  return answer ? answerNames[answer] : "–";
}

type Standing = { status: MeetingStatus; approvals: readonly unknown[] };

/** Written while the visit runs and after it, until it is approved. */
export function takesChecklist({ status, approvals }: Standing): boolean {
  return notesStatuses.some((one) => one === status) && approvals.length === 0;
}

export function visitTitle(programme: string, visited: string): string {
  const end = `: ${visited}`;
  const most = 200 - end.length;
  return `${programme.length > most ? `${programme.slice(0, most - 1)}…` : programme}${end}`;
}
