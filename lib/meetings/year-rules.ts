import type { MeetingKind, MeetingStatus } from "@/prisma/generated/enums";

/** How far the Lokmin of one period is, from nothing to the Dinkes. */
export type PeriodState = "unplanned" | "planned" | "running" | "missed" | "held" | "approved" | "reported";

export const periodStateNames: Record<PeriodState, string> = {
  unplanned: "belum direncanakan",
  planned: "direncanakan",
  running: "berlangsung",
  missed: "terlewat",
  held: "terlaksana",
  approved: "lengkap (disahkan)",
  reported: "dilaporkan ke Dinkes",
};

/** The Lokmin that stands for a period, with whether it is approved, and reported since. */
export type PeriodMeeting = { status: MeetingStatus; isApproved: boolean; isReported: boolean };

/**
 * The state of a period. Past without a Lokmin held it is missed, whatever is still planned for it: a draft or a
 * postponed meeting is no Lokmin.
 * @param today "2026-11-22"
 */
export function periodState(
  period: { kind: MeetingKind; year: number; period: number },
  meeting: PeriodMeeting | null,
  today: string,
): PeriodState {
  if (meeting?.isApproved) return meeting.isReported ? "reported" : "approved";
  if (meeting?.status === "CLOSED") return "held";
  if (meeting?.status === "IN_PROGRESS") return "running";
  if (isPast(period, today)) return "missed";
  return meeting ? "planned" : "unplanned";
}

/** Whether the month, or of a Lokmin triwulanan the quarter, is over. */
function isPast({ kind, year, period }: { kind: MeetingKind; year: number; period: number }, today: string): boolean {
  const lastMonth = kind === "QUARTERLY_LOKMIN" ? period * 3 : period;
  return today.slice(0, 7) > `${year}-${String(lastMonth).padStart(2, "0")}`;
}
