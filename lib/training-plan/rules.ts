import { type Actor, isDinkesStaff, isPuskesmasWriter } from "@/lib/actor";
import type { MeetingStatus } from "@/prisma/generated/enums";

export function canPlanTrainings(actor: Actor): boolean {
  return isPuskesmasWriter(actor) || isDinkesStaff(actor);
}

export const plannedStates = ["done", "running", "scheduled", "cancelled", "late", "open"] as const;
export type PlannedState = (typeof plannedStates)[number];

export const plannedNames: Record<PlannedState, string> = {
  done: "Terlaksana",
  running: "Sedang berjalan",
  scheduled: "Sudah dijadwalkan",
  cancelled: "Batal",
  late: "Lewat bulannya",
  open: "Belum dijadwalkan",
};

type Planned = {
  year: number;
  month: number | null;
  cancelledReason: string | null;
  meetingStatus: MeetingStatus | null;
};

/** @param today as "2026-11-28" */
export function plannedState({ year, month, cancelledReason, meetingStatus }: Planned, today: string): PlannedState {
  if (cancelledReason !== null) return "cancelled";
  if (meetingStatus === "CLOSED") return "done";
  if (meetingStatus === "IN_PROGRESS") return "running";
  if (meetingStatus && meetingStatus !== "CANCELLED") return "scheduled";
  const last = `${year}-${String(month ?? 12).padStart(2, "0")}-31`;
  return last < today ? "late" : "open";
}
