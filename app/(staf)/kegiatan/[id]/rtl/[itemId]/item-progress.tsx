import { randomUUID } from "node:crypto";
import { ProgressBar } from "@/components/action-plans/progress-bar";
import { StillOpen } from "@/components/action-plans/still-open";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FoundItem } from "@/lib/action-plans/reads";
import { progressNames } from "@/lib/action-plans/rules";
import { progressStatuses } from "@/lib/action-plans/schema";
import { formatMoment } from "@/lib/time";
import { reportProgressAction } from "../actions";

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
            initial={item.status === "BELUM_MULAI" ? "BERJALAN" : item.status}
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
          <TextArea name="note" label="Catatan" hint="Apa yang sudah dikerjakan, apa yang menghambat" optional />
        </ActionForm>
      )}
      <History item={item} />
    </section>
  );
}

function History({ item }: { item: FoundItem }) {
  if (item.history.length === 0) return <p className="text-muted">Belum ada laporan kemajuan.</p>;
  return (
    <div>
      <h4 className="mb-1 font-semibold">Riwayat laporan</h4>
      <ol className="border-t border-line">
        {item.history.map((report) => (
          <li key={report.id} className="border-b border-line py-3">
            <p className="font-semibold">
              {progressNames[report.status]}, {report.percent} %
            </p>
            {report.note && <p className="whitespace-pre-line">{report.note}</p>}
            <p className="text-sm text-muted">
              {report.reporter},{" "}
              <time dateTime={report.createdAt.toISOString()}>{formatMoment(report.createdAt, item.timeZone)}</time>
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
