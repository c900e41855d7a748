import type { ReportState } from "@/lib/approvals/report-state";
import type { MeetingKind, MeetingStatus } from "@/prisma/generated/enums";

export type PeriodState =
  | "before"
  | "unplanned"
  | "planned"
  | "running"
  | "missed"
  | "held"
  | "approved"
  | "reported"
  | "returned"
  | "reviewed";

export const periodStateNames: Record<PeriodState, string> = {
  before: "sebelum Lokmin dipakai",
  unplanned: "belum direncanakan",
  planned: "direncanakan",
  running: "berlangsung",
  missed: "terlewat",
  held: "terlaksana",
  approved: "lengkap (disahkan)",
  reported: "dilaporkan ke Dinkes",
  returned: "dikembalikan Dinkes",
  reviewed: "ditinjau Dinkes",
};

export type PeriodMeeting = { status: MeetingStatus; isApproved: boolean; reportState: ReportState };

const reported: Partial<Record<ReportState, PeriodState>> = {
  SENT: "reported",
  RETURNED: "returned",
  REVIEWED: "reviewed",
};

/** @param today "2026-11-22" @param usedSince "2026-11-01": what ended before is asked of nobody */
export function periodState(
  period: { kind: MeetingKind; year: number; period: number },
  meeting: PeriodMeeting | null,
  today: string,
  usedSince: string | null = null,
): PeriodState {
  const after = meeting && reported[meeting.reportState];
  if (after) return after;
  if (meeting?.isApproved) return "approved";
  if (meeting?.status === "CLOSED") return "held";
  if (meeting?.status === "IN_PROGRESS") return "running";
  const isBefore = usedSince !== null && isPast(period, usedSince);
  if (isBefore && (!meeting || isPast(period, today))) return "before";
  if (isPast(period, today)) return "missed";
  return meeting ? "planned" : "unplanned";
}

function isPast({ kind, year, period }: { kind: MeetingKind; year: number; period: number }, today: string): boolean {
  const lastMonth = kind === "QUARTERLY_LOKMIN" ? period * 3 : period;
  return today.slice(0, 7) > `${year}-${String(lastMonth).padStart(2, "0")}`;
}
