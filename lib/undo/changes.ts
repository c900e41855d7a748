import { keepingRoll } from "@/lib/attendance/marks";
import { changingFiles } from "@/lib/documents/writes";
import { withdrawing } from "@/lib/invitations/withdraw";
import { notingAnswers } from "@/lib/invitations/writes";
import type { MeetingChange } from "@/lib/meetings/hold";
import { handingOut } from "@/lib/messages/writes";
import { writingPlan } from "@/lib/plan/writes";
import { changingProblems } from "@/lib/problems/writes";
import { scoringSimulation } from "@/lib/simulations/observations";
import { preparingSimulation } from "@/lib/simulations/writes";
import type { UndoKind } from "@/lib/undo/kinds";

/** What may be taken back is what may still be done. */
export const undoChanges: Record<UndoKind, MeetingChange> = {
  roll: keepingRoll,
  answer: notingAnswers,
  invitation: withdrawing,
  sent: handingOut,
  item: writingPlan,
  problem: changingProblems,
  scores: changingProblems,
  photo: changingFiles("staff", "MEETING_PHOTO", "bring back a photo of"),
  material: changingFiles("staff", "TRAINING_MATERIAL", "bring back a material of"),
  simulation: preparingSimulation,
  observation: scoringSimulation,
  scan: changingFiles("staff", "ATTENDANCE_SCAN", "bring back a scan of"),
};
