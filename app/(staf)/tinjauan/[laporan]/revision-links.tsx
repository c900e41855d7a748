import Link from "next/link";
import type { FoundReport } from "@/lib/reviews/reads";
import { decisionNames } from "@/lib/reviews/rules";

type Props = { report: FoundReport; former: { number: number } | null; isCompared: boolean };

/** All revisions of the report, and whether this one is compared with the one before. */
export function RevisionLinks({ report, former, isCompared }: Props) {
  const revisions = report.meeting.submissions;
  if (revisions.length < 2) return null;
  const here = `/tinjauan/${report.id}`;
  return (
    <nav aria-label="Revisi" className="no-print mb-4 flex flex-wrap items-center gap-2">
      {revisions.map(({ id, number, review }) => (
        <Link
          key={id}
          href={`/tinjauan/${id}`}
          prefetch={false}
          aria-current={id === report.id ? "page" : undefined}
          className="button aria-[current=page]:bg-sunken"
        >
          Revisi {number}
          {review && `: ${decisionNames[review.decision].toLowerCase()}`}
        </Link>
      ))}
      {former && (
        <Link
          href={isCompared ? here : `${here}?banding=1`}
          prefetch={false}
          className="link inline-flex min-h-11 items-center gap-1"
          aria-keyshortcuts="B"
        >
          {isCompared ? "Tampilkan seluruh laporan" : `Bandingkan dengan revisi ${former.number}`} <kbd>B</kbd>
        </Link>
      )}
    </nav>
  );
}
