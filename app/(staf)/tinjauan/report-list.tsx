import Link from "next/link";
import { Badge } from "@/components/badge";
import { kindNames, periodName } from "@/lib/meetings/rules";
import { lateDays } from "@/lib/reviews/lateness";
import type { ListedReport } from "@/lib/reviews/reads";
import { decisionNames } from "@/lib/reviews/rules";
import { dayOf, formatDayShort } from "@/lib/time";

const lateAfterDays = 7;

/** Each report in a line: what it is, who sent it when, and what became of it. */
export function ReportList({ reports, reportDays }: { reports: readonly ListedReport[]; reportDays: number }) {
  return (
    <ul className="border-t border-line">
      {reports.map((report) => (
        <li
          key={report.id}
          className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-center"
        >
          <div className="min-w-0">
            <Link href={`/tinjauan/${report.id}`} prefetch={false} className="link text-lg font-semibold">
              {report.meeting.title}
            </Link>
            <p className="text-sm text-muted">
              {report.meeting.host.name} · {kindNames[report.meeting.kind]}, {periodName(report.meeting)}
              {report.number > 1 && ` · revisi ${report.number}`}
            </p>
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm md:justify-end">
            <Standing report={report} reportDays={reportDays} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Standing({ report, reportDays }: { report: ListedReport; reportDays: number }) {
  const { review, settledAt, age, submittedAt, meeting, number } = report;
  const late = number === 1 ? lateDays(meeting, submittedAt, reportDays) : 0;
  const sentOn = formatDayShort(dayOf(submittedAt, meeting.timeZone));
  if (review)
    return (
      <>
        <span className="text-muted">
          {review.reviewer}, {formatDayShort(dayOf(review.reviewedAt, meeting.timeZone))}
        </span>
        <Badge tone={review.decision === "RETURNED" ? "soon" : "done"}>{decisionNames[review.decision]}</Badge>
      </>
    );
  return (
    <>
      <span className="text-muted">dikirim {sentOn}</span>
      {late > 0 && <span className="text-soon">terlambat {late} hari</span>}
      {settledAt ? (
        <Badge>Tidak ditinjau</Badge>
      ) : (
        <Badge tone={age > lateAfterDays ? "soon" : "plain"} icon="clock">
          {age === 0 ? "hari ini" : `${age} hari`}
        </Badge>
      )}
    </>
  );
}
