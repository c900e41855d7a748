import { Badge, type Tone } from "@/components/badge";
import type { IconName } from "@/components/icon";
import { type EscalationState, escalationStateNames } from "@/lib/escalations/rules";

const looks: Record<EscalationState, { tone: Tone; icon: IconName }> = {
  WAITING: { tone: "soon", icon: "clock" },
  TAKEN: { tone: "accent", icon: "clock" },
  FOLLOWED_UP: { tone: "done", icon: "check" },
  SENT_BACK: { tone: "late", icon: "swap" },
  WITHDRAWN: { tone: "plain", icon: "cross" },
};

export function EscalationBadge({ state }: { state: EscalationState }) {
  return (
    <Badge tone={looks[state].tone} icon={looks[state].icon}>
      {escalationStateNames[state]}
    </Badge>
  );
}
