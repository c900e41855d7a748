import type { SentReport } from "@/lib/approvals/report-state";
import { wayOf } from "@/lib/approvals/steps";
import type { ChecklistRow } from "@/lib/evidence/judge";
import type { Progress } from "@/lib/meetings/counts";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { StepRow } from "./step-row";

type Props = {
  meeting: FoundMeeting;
  counts: Progress;
  checklist: readonly ChecklistRow[];
  submissions: readonly SentReport[];
};

/** How far the meeting is, and what is missing: prepare, invite, hold, write down, approve, report. */
export function MeetingSteps({ meeting, counts, checklist, submissions }: Props) {
  if (meeting.status === "CANCELLED") return null;
  const steps = wayOf({ meeting, counts, checklist, submissions });
  return <StepRow steps={steps.map((step) => ({ ...step, href: `/kegiatan/${meeting.id}${step.room}` }))} />;
}
