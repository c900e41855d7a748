import { randomUUID } from "node:crypto";
import { Badge } from "@/components/badge";
import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextField } from "@/components/form/field";
import { PersonField } from "@/components/form/person-field";
import type { FoundCluster } from "@/lib/clusters/reads";
import type { StandInState } from "@/lib/clusters/rules";
import { dayOf, formatDayShort } from "@/lib/time";
import { addStandInAction, endStandInAction } from "../actions";

const stateWords: Record<StandInState, string> = { COMING: "akan datang", NOW: "sedang bertugas", PAST: "selesai" };

type Props = {
  cluster: FoundCluster;
  reviewers: readonly { id: string; name: string }[];
  now: Date;
  timeZone: string;
};

/** Who takes the place of the cluster's reviewers for some days, and the form for one more. */
export function StandIns({ cluster, reviewers, now, timeZone }: Props) {
  return (
    <section aria-labelledby="pengganti">
      <h2 id="pengganti">Pengganti sementara</h2>
      <p className="mt-1 mb-4 max-w-prose text-muted">
        Dari tanggal mulai sampai tanggal selesai, pengganti meninjau klaster ini di samping klasternya sendiri;
        sesudahnya berhenti dengan sendirinya.
      </p>
      {cluster.standIns.length > 0 && (
        <ul className="mb-6 border-t border-line">
          {cluster.standIns.map((standIn) => (
            <li
              key={standIn.id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3"
            >
              <div>
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-semibold">{standIn.name}</span>
                  {formatDayShort(standIn.since)} sampai {formatDayShort(standIn.until)}
                  <Badge tone={standIn.state === "NOW" ? "accent" : "plain"}>{stateWords[standIn.state]}</Badge>
                </p>
                <p className="text-sm text-muted">
                  {standIn.reason} · ditugaskan {standIn.maker}
                  {standIn.endedAt && ` · diakhiri ${formatDayShort(dayOf(standIn.endedAt, timeZone))}`}
                </p>
              </div>
              {standIn.state !== "PAST" && (
                <ActionForm
                  action={endStandInAction.bind(null, cluster.id, standIn.id)}
                  submit={standIn.state === "NOW" ? "Akhiri sekarang" : "Batalkan"}
                  tone="plain"
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {reviewers.length > 0 ? (
        <ActionForm
          action={addStandInAction.bind(null, cluster.id)}
          submit="Tugaskan pengganti"
          tone="plain"
          className="flex max-w-2xl flex-col gap-5"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <PersonField
            name="userId"
            label="Pengganti"
            empty="Pilih peninjau"
            people={reviewers.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <DateField name="since" label="Mulai" initial={dayOf(now, timeZone)} />
            <DateField name="until" label="Sampai" />
          </div>
          <TextField name="reason" label="Alasan" hint="Misalnya cuti tahunan, atau dinas luar" autoComplete="off" />
        </ActionForm>
      ) : (
        <p className="text-muted">Tidak ada peninjau lain yang dapat menggantikan.</p>
      )}
    </section>
  );
}
