import { Badge, type Tone } from "@/components/badge";
import { type PlannedState, plannedNames } from "@/lib/training-plan/rules";

const tones: Record<PlannedState, Tone> = {
  done: "done",
  running: "accent",
  scheduled: "accent",
  cancelled: "plain",
  late: "late",
  open: "soon",
};

export function PlannedBadge({ state }: { state: PlannedState }) {
  return <Badge tone={tones[state]}>{plannedNames[state]}</Badge>;
}
