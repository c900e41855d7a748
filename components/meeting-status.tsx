import { Badge, type Tone } from "@/components/badge";
import type { IconName } from "@/components/icon";
import { statusNames } from "@/lib/meetings/rules";
import type { MeetingStatus } from "@/prisma/generated/enums";

const looks: Record<MeetingStatus, { tone: Tone; icon: IconName }> = {
  DRAFT: { tone: "plain", icon: "more" },
  SCHEDULED: { tone: "accent", icon: "calendar" },
  IN_PROGRESS: { tone: "soon", icon: "clock" },
  CLOSED: { tone: "done", icon: "check" },
  POSTPONED: { tone: "soon", icon: "alert" },
  CANCELLED: { tone: "late", icon: "cross" },
};

/** The badge of a status as plain data, for a client component that shows many. */
export function statusBadge(status: MeetingStatus): { tone: Tone; icon: IconName; children: string } {
  return { ...looks[status], children: statusNames[status] };
}

export function MeetingStatusBadge({ status }: { status: MeetingStatus }) {
  return <Badge {...statusBadge(status)} />;
}
