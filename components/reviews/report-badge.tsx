import { Badge, type Tone } from "@/components/badge";
import type { IconName } from "@/components/icon";
import { type ReportState, reportStateNames } from "@/lib/approvals/report-state";

const looks: Record<ReportState, { tone: Tone; icon: IconName }> = {
  NOT_SENT: { tone: "plain", icon: "more" },
  SENT: { tone: "plain", icon: "letter" },
  RETURNED: { tone: "soon", icon: "swap" },
  REVIEWED: { tone: "done", icon: "check" },
  REOPENED: { tone: "soon", icon: "alert" },
};

/** The badge of a state as plain data, for a client component that shows many. */
export function reportBadge(state: ReportState): { tone: Tone; icon: IconName; children: string } {
  return { ...looks[state], children: reportStateNames[state] };
}

/** Where a report is between the puskesmas and its Dinkes. */
export function ReportBadge({ state }: { state: ReportState }) {
  return <Badge {...reportBadge(state)} />;
}
