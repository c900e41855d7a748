import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import type { UncheckedReport } from "@/lib/progress/checks";
import { progressWords } from "@/lib/progress/rules";
import { formatMoment } from "@/lib/time";
import type { FormAction } from "@/lib/web/form";
import { CheckForm } from "./check-form";
import { ReportPhotos } from "./report-photos";

type Props = {
  reports: readonly UncheckedReport[];
  /** Left out for readers. */
  actionOf: ((report: UncheckedReport) => FormAction) | null;
};

/** Reports of owners that wait for a staff member, the oldest first. */
export function UncheckedList({ reports, actionOf }: Props) {
  if (reports.length === 0)
    return (
      <EmptyState title="Tidak ada laporan yang menunggu pemeriksaan">
        Laporan yang dikirim penanggung jawab lewat tautan pribadinya muncul di sini untuk diperiksa.
      </EmptyState>
    );
  return (
    <ul className="flex flex-col gap-4">
      {reports.map((report) => (
        <li key={report.id} id={`laporan-${report.id}`} className="card flex scroll-mt-4 flex-col gap-2">
          <h3>
            <Link href={`/kegiatan/${report.meetingId}/rtl/${report.itemId}`} prefetch={false} className="link">
              {report.number}. {report.activity}
            </Link>
          </h3>
          <p className="text-sm text-muted">{report.meetingTitle}</p>
          <div>
            <p className="font-semibold">{progressWords(report)}</p>
            {report.note && <p className="whitespace-pre-line">{report.note}</p>}
            <ReportPhotos photos={report.photos} />
            <p className="text-sm text-muted">
              {report.reporter}, {formatMoment(report.createdAt, report.timeZone)}
            </p>
          </div>
          {actionOf && <CheckForm reportId={report.id} action={actionOf(report)} />}
        </li>
      ))}
    </ul>
  );
}
