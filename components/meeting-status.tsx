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

export function MeetingStatusBadge({ status }: { status: MeetingStatus }) {
  return (
    <Badge tone={looks[status].tone} icon={looks[status].icon}>
      {statusNames[status]}
    </Badge>
  );
}
