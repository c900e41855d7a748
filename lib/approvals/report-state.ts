import type { ReviewDecision } from "@/prisma/generated/enums";

/** Where a report is between a puskesmas and its Dinkes. REOPENED: by the puskesmas, since it was last sent. */
export type ReportState = "NOT_SENT" | "SENT" | "RETURNED" | "REVIEWED" | "REOPENED";

export type SentReport = { submittedAt: Date; decision: ReviewDecision | null };

export const reportStateNames: Record<ReportState, string> = {
  NOT_SENT: "Belum dilaporkan",
  SENT: "Dilaporkan",
  RETURNED: "Dikembalikan",
  REVIEWED: "Ditinjau",
  REOPENED: "Dibuka kembali",
};

/** @param approval the one that holds; @param reports in the order in which they were sent */
export function reportState(approval: { approvedAt: Date } | undefined, reports: readonly SentReport[]): ReportState {
  const last = reports.at(-1);
  if (!last) return "NOT_SENT";
  if (last.decision === "RETURNED") return "RETURNED";
  if (!approval || last.submittedAt < approval.approvedAt) return "REOPENED";
  return last.decision ? "REVIEWED" : "SENT";
}
