import Link from "next/link";
import { Icon } from "@/components/icon";
import type { Actor } from "@/lib/actor";
import { wayOf } from "@/lib/approvals/steps";
import { findChecklist } from "@/lib/evidence/reads";
import type { FoundMeeting, MeetingCounts } from "@/lib/meetings/reads";

type Props = {
  actor: Actor;
  meeting: FoundMeeting;
  counts: MeetingCounts;
  submissions: readonly { submittedAt: Date }[];
};

/** How far the meeting is, and what is missing: prepare, invite, hold, write down, approve, report. */
export async function MeetingSteps({ actor, meeting, counts, submissions }: Props) {
  if (meeting.status === "CANCELLED") return null;
  const checklist = await findChecklist(actor, meeting.id);
  const steps = wayOf({ meeting, counts, checklist, submissions });
  const current = steps.findIndex((step) => !step.isDone && !step.isMissed);
  return (
    <ol className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-6">
      {steps.map((step, index) => (
        <li key={step.name} aria-current={index === current ? "step" : undefined}>
          <Link
            href={`/kegiatan/${meeting.id}${step.room}`}
            prefetch={false}
            className={`flex h-full min-h-11 gap-2 border-t-4 px-1 py-2 no-underline hover:bg-sunken ${step.isDone ? "border-done" : index === current ? "border-accent" : "border-line"}`}
          >
            <span className={step.isDone ? "text-done" : "text-muted"}>
              {step.isDone ? <Icon name="check" /> : <span className="inline-block w-5 text-center">{index + 1}</span>}
            </span>
            <span>
              <span className="block font-semibold">
                {step.name}
                {step.isDone && <span className="sr-only"> (selesai)</span>}
              </span>
              <span className="block text-sm text-muted">{step.says}</span>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
