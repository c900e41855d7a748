import { Badge, type Tone } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import type { IconName } from "@/components/icon";
import type { ListedJob } from "@/lib/jobs/reads";
import { type JobState, jobKindName, jobStateNames } from "@/lib/jobs/rules";
import { formatMoment } from "@/lib/time";
import { runAgainAction } from "./actions";

const looks: Record<JobState, { tone: Tone; icon: IconName }> = {
  waiting: { tone: "plain", icon: "clock" },
  running: { tone: "accent", icon: "swap" },
  retrying: { tone: "soon", icon: "clock" },
  done: { tone: "done", icon: "check" },
  failed: { tone: "late", icon: "alert" },
};

/** One job: what, for whom, how far, and what came of it. */
export function JobRow({ job, timeZone }: { job: ListedJob; timeZone: string }) {
  const { state, done, total, attempts, outcome } = job;
  const ended = job.finishedAt ?? job.failedAt;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0">
        <p className="font-semibold">
          {jobKindName(job.kind)}: {job.subject}
        </p>
        <p className="text-sm text-muted">
          Diminta {job.requester}, {formatMoment(job.createdAt, timeZone)}
          {ended && `, berakhir ${formatMoment(ended, timeZone)}`}
          {attempts > 1 && `, ${attempts} kali dicoba`}
        </p>
        {state === "running" && total !== null && (
          <p className="text-sm">
            {done} dari {total}
          </p>
        )}
        {outcome && <p className={state === "failed" ? "text-late" : ""}>{outcome}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Badge {...looks[state]}>{jobStateNames[state]}</Badge>
        {(state === "failed" || state === "retrying") && (
          <ActionForm
            action={runAgainAction.bind(null, job.id)}
            submit="Jalankan lagi"
            tone="plain"
            className="flex flex-col gap-2"
          />
        )}
      </div>
    </li>
  );
}
