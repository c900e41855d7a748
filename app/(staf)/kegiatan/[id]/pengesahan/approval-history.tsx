import Link from "next/link";
import type { Approvals, FoundApproval } from "@/lib/approvals/reads";
import { decisionNames } from "@/lib/reviews/rules";
import { formatMoment } from "@/lib/time";
import { EvidenceLine } from "./checklist";

type Step = { key: string; at: Date; words: string; reason?: string | null; approval?: FoundApproval; href?: string };

/** Every approval, reopening and report in the order in which they happened; nothing of an earlier one is lost. */
export function ApprovalHistory({ found, timeZone }: { found: Approvals; timeZone: string }) {
  const steps: Step[] = [
    ...found.approvals.flatMap((approval): Step[] => [
      {
        key: approval.id,
        at: approval.approvedAt,
        words: `Pengesahan ke-${approval.number} oleh ${[approval.approver, approval.position].filter(Boolean).join(", ")}`,
        approval,
      },
      ...(approval.reopening
        ? [
            {
              key: `${approval.id} dibuka`,
              at: approval.reopening.reopenedAt,
              words: `Dibuka kembali oleh ${approval.reopening.reopener}`,
              reason: approval.reopening.reason,
            },
          ]
        : []),
    ]),
    ...found.submissions.flatMap(({ id, number, submittedAt, submitter, note, review }): Step[] => [
      {
        key: id,
        at: submittedAt,
        words: `Laporan ke Dinkes, revisi ${number}, oleh ${submitter}`,
        reason: note,
        href: `/tinjauan/${id}`,
      },
      ...(review
        ? [
            {
              key: `${id} ditinjau`,
              at: review.reviewedAt,
              words: `Revisi ${number} ${decisionNames[review.decision].toLowerCase()} oleh ${review.reviewer}`,
              reason: review.text,
            },
          ]
        : []),
    ]),
  ].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (steps.length === 0) return <p className="text-muted">Belum pernah disahkan.</p>;
  return (
    <ol className="border-t border-line">
      {steps.map((step) => (
        <li key={step.key} className="border-b border-line py-3">
          <p>
            <b className="font-semibold">{step.words}</b>
          </p>
          <p className="text-sm text-muted">
            <time dateTime={step.at.toISOString()}>{formatMoment(step.at, timeZone)}</time>
          </p>
          {step.href && (
            <Link href={step.href} prefetch={false} className="link text-sm">
              Lihat isinya
            </Link>
          )}
          {step.reason && <p className="text-sm">“{step.reason}”</p>}
          {step.approval?.reopening && step.approval.checklist.length > 0 && <Kept approval={step.approval} />}
        </li>
      ))}
    </ol>
  );
}

function Kept({ approval }: { approval: FoundApproval }) {
  return (
    <details>
      <summary className="link inline-flex min-h-11 items-center">
        Daftar bukti saat pengesahan ke-{approval.number}
      </summary>
      <ul className="flex flex-col gap-2 py-2">
        {approval.checklist.map((row) => (
          <li key={`${row.ep}${row.text}`}>
            <EvidenceLine row={row} />
          </li>
        ))}
      </ul>
    </details>
  );
}
