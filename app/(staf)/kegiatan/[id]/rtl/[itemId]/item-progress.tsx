import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { CheckForm } from "@/components/progress/check-form";
import { ProgressBar } from "@/components/progress/progress-bar";
import { ReportPhotos } from "@/components/progress/report-photos";
import { StillOpen } from "@/components/progress/still-open";
import type { FoundItem } from "@/lib/plan/reads";
import { progressNames } from "@/lib/progress/rules";
import { progressStatuses } from "@/lib/progress/schema";
import { dayOf, formatDayShort, formatMoment } from "@/lib/time";
import { checkReportAction, reportProgressAction } from "../actions";

/** How far a row is, the form for the next report, and the reports before it, newest first. */
export function ItemProgress({ item, canReport }: { item: FoundItem; canReport: boolean }) {
  return (
    <section aria-labelledby="kemajuan" className="flex flex-col gap-5">
      <div>
        <h3 id="kemajuan" className="mb-2 text-lg">
          Kemajuan
        </h3>
        <ProgressBar {...item} />
      </div>
      {canReport && item.lastCheck === "WAITING" && <WaitingReport item={item} />}
      {canReport && (
        <ActionForm
          key={item.reports}
          action={reportProgressAction.bind(null, item.meetingId, item.id)}
          submit="Simpan laporan"
          className="card no-print flex flex-col gap-4"
        >
          <HiddenField name="id" initial={randomUUID()} />
          <RadioGroup
            name="status"
            legend="Status"
            options={progressStatuses.map((value) => ({ value, label: progressNames[value] }))}
            initial={item.status === "NOT_STARTED" ? "IN_PROGRESS" : item.status}
          />
          <TextField
            name="percent"
            label="Kemajuan (persen)"
            hint="0 sampai 100. Selesai selalu 100."
            inputMode="numeric"
            autoComplete="off"
            initial={item.percent || null}
          />
          <StillOpen />
          <TextField
            name="day"
            label="Keadaan per tanggal"
            type="date"
            hint="Isi bila laporan ini tentang hari yang sudah lewat."
            optional
          />
          <TextArea name="note" label="Catatan" hint="Apa yang sudah dikerjakan, apa yang menghambat" optional />
        </ActionForm>
      )}
      <History item={item} />
    </section>
  );
}

/** The owner's own report, with the two ways to answer it. */
function WaitingReport({ item }: { item: FoundItem }) {
  const [report] = item.history;
  if (!report) return null;
  return (
    <div className="no-print rounded border-l-4 border-soon bg-soon-soft px-4 py-3">
      <p className="mb-2 font-semibold">
        {report.reporter} melaporkan {progressNames[report.status].toLowerCase()}, {report.percent} %. Periksa laporan
        ini.
      </p>
      <CheckForm reportId={report.id} action={checkReportAction.bind(null, item.meetingId, item.id, "rtl")} />
    </div>
  );
}

type Report = FoundItem["history"][number];

/** What staff said to a report that came through a link. */
function checkWords({ check }: Report, isNewest: boolean, timeZone: string): string {
  if (!check) return isNewest ? "Menunggu pemeriksaan" : "Tidak diperiksa: digantikan laporan berikutnya";
  const verdict = check.isAccepted ? "Diterima" : "Dikembalikan";
  return `${verdict} oleh ${check.checker}, ${formatMoment(check.checkedAt, timeZone)}${check.note ? `: ${check.note}` : ""}`;
}

/** "24 Jun 2026 09.00 WIB", or the day it tells of and when it was entered. */
function momentWords({ createdAt, enteredAt }: Report, timeZone: string): string {
  if (!enteredAt) return formatMoment(createdAt, timeZone);
  return `keadaan ${formatDayShort(dayOf(createdAt, timeZone))}, dicatat ${formatMoment(enteredAt, timeZone)}`;
}

function History({ item }: { item: FoundItem }) {
  if (item.history.length === 0) return <p className="text-muted">Belum ada laporan kemajuan.</p>;
  return (
    <div>
      <h4 className="mb-1 font-semibold">Riwayat laporan</h4>
      <ol className="border-t border-line">
        {item.history.map((report, index) => (
          <li key={report.id} className="border-b border-line py-3">
            <p className="font-semibold">
              {progressNames[report.status]}, {report.percent} %
            </p>
            {report.note && <p className="whitespace-pre-line">{report.note}</p>}
            <ReportPhotos photos={report.photos} />
            <p className="text-sm text-muted">
              {report.reporter},{" "}
              <time dateTime={report.createdAt.toISOString()}>{momentWords(report, item.timeZone)}</time>
              {report.ownerLinkId && ", lewat tautan pribadi"}
            </p>
            {report.ownerLinkId && <p className="text-sm">{checkWords(report, index === 0, item.timeZone)}</p>}
          </li>
        ))}
      </ol>
    </div>
  );
}
