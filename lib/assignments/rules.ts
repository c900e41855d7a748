import { type Actor, isDinkes } from "@/lib/actor";
import { addDays } from "@/lib/time";
import type { EmploymentStatus, PlacementEnd } from "@/prisma/generated/enums";

export function canAssign(actor: Actor): boolean {
  return isDinkes(actor) && actor.role === "DINKES_ADMIN";
}

export const assignmentStates = ["RUNNING", "ENDING", "OVERDUE", "COMING", "ENDED"] as const;
export type AssignmentState = (typeof assignmentStates)[number];

export const stateNames: Record<AssignmentState, string> = {
  RUNNING: "Bertugas",
  ENDING: "Berakhir dalam 12 bulan",
  OVERDUE: "Lewat masa, belum dicatat",
  COMING: "Akan mulai",
  ENDED: "Berakhir",
};

export const stateSlugs: Record<AssignmentState, string> = {
  RUNNING: "bertugas",
  ENDING: "segera-berakhir",
  OVERDUE: "lewat-masa",
  COMING: "akan-mulai",
  ENDED: "berakhir",
};

type Term = { startsOn: string; endsOn: string | null; endReason: PlacementEnd | null };

/** The day twelve months later: the last one that counts as ending soon. */
export function soonUntil(today: string): string {
  const [year = "", ...rest] = today.split("-");
  const same = `${Number(year) + 1}-${rest.join("-")}`;
  return same.endsWith("-02-29") ? `${Number(year) + 1}-02-28` : same;
}

export function assignmentState({ startsOn, endsOn, endReason }: Term, today: string): AssignmentState {
  if (endReason) return "ENDED";
  if (startsOn > today) return "COMING";
  if (endsOn === null) return "RUNNING";
  if (endsOn < today) return "OVERDUE";
  return endsOn <= soonUntil(today) ? "ENDING" : "RUNNING";
}

/** What somebody is afterwards in the same office, where the reason says so. */
export const followingStatus: Partial<Record<PlacementEnd, EmploymentStatus>> = {
  BECAME_PPPK: "PPPK",
  BECAME_PNS: "PNS",
};

export function endOfYears(startsOn: string, years: number): string {
  const [year = "", month, day] = startsOn.split("-");
  const same = `${Number(year) + years}-${month}-${day}`;
  const exists = same.endsWith("-02-29") ? `${Number(year) + years}-03-01` : same;
  return addDays(exists, -1);
}
