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
    <ul data-in-app aria-label="Laporan" className="rows report-rows">
      {reports.map((report) => (
        <li key={report.id}>
          <p>
            <a href={`/tinjauan/${report.id}`}>{report.meeting.title}</a>
            <small>
              {report.meeting.host.name} · <span className="max-md:hidden">{kindNames[report.meeting.kind]}, </span>
              {periodName(report.meeting)}
              {report.number > 1 && ` · revisi ${report.number}`}
            </small>
          </p>
          <span>
            <Standing report={report} reportDays={reportDays} />
          </span>
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
          {age === 0 ? "masuk hari ini" : `menunggu ${age} hari`}
        </Badge>
      )}
    </>
  );
}
