import type { MeetingKind, MeetingStatus } from "@/prisma/generated/enums";

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

export type PeriodMeeting = { status: MeetingStatus; isApproved: boolean; isReported: boolean };

/** @param today "2026-11-22" */
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

function isPast({ kind, year, period }: { kind: MeetingKind; year: number; period: number }, today: string): boolean {
  const lastMonth = kind === "QUARTERLY_LOKMIN" ? period * 3 : period;
  return today.slice(0, 7) > `${year}-${String(lastMonth).padStart(2, "0")}`;
}
