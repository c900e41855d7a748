import { Badge } from "@/components/badge";
import type { Actor } from "@/lib/actor";
import { kindNames, periodName } from "@/lib/meetings/rules";
import { lateDays, lateWords } from "@/lib/reviews/lateness";
import type { FoundReport } from "@/lib/reviews/reads";
import { canReview, decisionNames } from "@/lib/reviews/rules";
import { dayOf, daysBetween, formatMoment } from "@/lib/time";

/** Whose report it is, when it was sent, to whom, and what was decided. */
export function ReportStanding({
  report,
  actor,
  reportDays,
}: {
  report: FoundReport;
  actor: Actor;
  reportDays: number;
}) {
  const { meeting, review, settledAt, number, note, submitter, submittedAt, dinkes } = report;
  const { timeZone } = meeting;
  const late = lateDays(meeting, meeting.submissions[0]?.submittedAt ?? submittedAt, reportDays);
  return (
    <div className="mt-2 flex flex-col gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b>{meeting.host.name}</b>
        <span>
          {kindNames[meeting.kind]}, {periodName(meeting)}
        </span>
        <Badge>{`Revisi ${number}`}</Badge>
        {review ? (
          <Badge tone={review.decision === "RETURNED" ? "soon" : "done"}>{decisionNames[review.decision]}</Badge>
        ) : (
          <Badge tone="plain">{settledAt ? "Tidak ditinjau" : waitingWords(submittedAt, timeZone)}</Badge>
        )}
      </p>
      <p className="text-sm text-muted">
        Dikirim {submitter}, {formatMoment(submittedAt, timeZone)}
        {dinkes && `, kepada ${dinkes.name}`}
        {late > 0 && <b className="font-semibold text-soon">, {lateWords(late, reportDays)}</b>}
        {dinkes && !canReview(actor, report) && settledAt === null && ". Ditinjau oleh Dinas Kesehatan itu."}
      </p>
      {note && <p>Catatan pengirim: {note}</p>}
      {review && (
        <div className="rounded border-l-4 border-line bg-sunken px-4 py-3">
          <p>
            <b>{decisionNames[review.decision]}</b> oleh {review.reviewer}, {formatMoment(review.reviewedAt, timeZone)}
          </p>
          {review.text && <p className="mt-1 whitespace-pre-line">{review.text}</p>}
        </div>
      )}
    </div>
  );
}

function waitingWords(submittedAt: Date, timeZone: string): string {
  const days = daysBetween(dayOf(submittedAt, timeZone), dayOf(new Date(), timeZone));
  return days === 0 ? "Menunggu sejak hari ini" : `Menunggu ${days} hari`;
}
