import Link from "next/link";
import type { Approvals } from "@/lib/approvals/reads";
import { reportState } from "@/lib/approvals/report-state";
import { decisionNames } from "@/lib/reviews/rules";
import { formatMoment } from "@/lib/time";

/** The last report to the Dinkes and what the Dinkes said of it; nothing where none was sent. */
export function LastReport({ found, timeZone }: { found: Approvals; timeZone: string }) {
  const last = found.submissions.at(-1);
  if (!last) return null;
  const { id, number, submitter, submittedAt, note, review } = last;
  const approval = found.approvals.find(({ reopening }) => !reopening);
  const state = reportState(approval, found.submissions);
  const look = { SENT: "border-accent bg-accent-soft", REVIEWED: "border-done bg-done-soft" };
  const isSettled = state === "SENT" || state === "REVIEWED";
  return (
    <div className={`rounded border-l-4 px-4 py-3 ${isSettled ? look[state] : "border-soon bg-soon-soft"}`}>
      {review ? (
        <p>
          <b>{decisionNames[review.decision]} oleh Dinas Kesehatan</b>, {review.reviewer},{" "}
          {formatMoment(review.reviewedAt, timeZone)}
          {number > 1 && `, revisi ${number}`}.
        </p>
      ) : (
        <p>
          <b>
            {state === "SENT"
              ? "Sudah dilaporkan ke Dinkes, menunggu ditinjau"
              : "Pernah dilaporkan ke Dinkes, lalu dibuka kembali"}
          </b>
          : {submitter}, {formatMoment(submittedAt, timeZone)}
          {number > 1 && `, revisi ${number}`}.{note && ` Catatan: ${note}`}
        </p>
      )}
      {review?.text && <p className="mt-1 whitespace-pre-line">{review.text}</p>}
      {state === "RETURNED" && (
        <p className="mt-2">
          Perbaiki yang diminta: kepala atau admin puskesmas membuka kembali pengesahan, lalu sahkan lagi dan kirim
          revisi {number + 1}. Bila tidak ada yang perlu diubah, kirim lagi dengan catatan.
        </p>
      )}
      <Link href={`/tinjauan/${id}`} prefetch={false} className="link inline-flex min-h-11 items-center">
        Lihat laporan yang dikirim
      </Link>
    </div>
  );
}
