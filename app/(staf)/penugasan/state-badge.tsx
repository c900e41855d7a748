import { Badge, type Tone } from "@/components/badge";
import type { Assignment } from "@/lib/assignments/reads";
import { type AssignmentState, stateNames } from "@/lib/assignments/rules";
import { placementEndNames } from "@/lib/staff/professions";

const tones: Record<AssignmentState, Tone> = {
  RUNNING: "done",
  ENDING: "soon",
  OVERDUE: "late",
  COMING: "accent",
  ENDED: "plain",
};

export function StateBadge({
  assignment: { state, endReason },
}: {
  assignment: Pick<Assignment, "state" | "endReason">;
}) {
  return <Badge tone={tones[state]}>{endReason ? placementEndNames[endReason] : stateNames[state]}</Badge>;
}
