import { wayOf } from "@/lib/approvals/steps";
import { checklistOfFound } from "@/lib/evidence/reads";
import type { FoundMeeting, MeetingCounts } from "@/lib/meetings/reads";
import { StepRow } from "./step-row";

type Props = {
  meeting: FoundMeeting;
  counts: MeetingCounts;
  submissions: readonly { submittedAt: Date }[];
};

/** How far the meeting is, and what is missing: prepare, invite, hold, write down, approve, report. */
export async function MeetingSteps({ meeting, counts, submissions }: Props) {
  if (meeting.status === "CANCELLED") return null;
  const checklist = await checklistOfFound(meeting);
  const steps = wayOf({ meeting, counts, checklist, submissions });
  return <StepRow steps={steps.map((step) => ({ ...step, href: `/kegiatan/${meeting.id}${step.room}` }))} />;
}
