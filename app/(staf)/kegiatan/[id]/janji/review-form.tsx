import { randomUUID } from "node:crypto";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { StillOpen } from "@/components/progress/still-open";
import type { CarriedItem } from "@/lib/follow-up/carry-over";
import { reviewOutcomeNames } from "@/lib/follow-up/review-rules";
import { reviewOutcomes } from "@/lib/follow-up/review-schema";
import { formatDayLong } from "@/lib/time";
import type { FormAction } from "@/lib/web/form";

type Props = { carriedItem: CarriedItem; meetingDay: string; action: FormAction };

/** One status for one promise: what it needs opens with the choice, without script as well. */
export function ReviewForm({ carriedItem, meetingDay, action }: Props) {
  const { item, deadline, review } = carriedItem;
  const isLate = deadline < meetingDay;
  return (
    <ActionForm
      key={review?.id ?? "new"}
      action={action}
      submit={review ? "Simpan perbaikan" : "Simpan status"}
      tone={review ? "plain" : "main"}
      className="group no-print flex flex-col gap-4"
    >
      <HiddenField name="id" initial={randomUUID()} />
      <HiddenField name="replaces" initial={review?.id ?? ""} />
      <RadioGroup
        name="outcome"
        legend="Status"
        options={reviewOutcomes.map((value) => ({ value, label: reviewOutcomeNames[value] }))}
        initial={review?.outcome ?? null}
      />
      <For outcomes="group-has-[[value=IN\_PROGRESS]:checked]:block">
        {isLate ? (
          <p className="text-soon">
            Batas waktu {formatDayLong(deadline)} sudah lewat. Pilih Dilanjutkan, lalu isi batas waktu baru.
          </p>
        ) : (
          <p className="text-muted">Batas waktu tetap {formatDayLong(deadline)}.</p>
        )}
      </For>
      <div className="grid gap-4 sm:grid-cols-2">
        <For outcomes="group-has-[[value=CONTINUED]:checked]:block">
          <TextField
            name="newDeadline"
            label="Batas waktu baru"
            type="date"
            hint={`Sesudah ${formatDayLong(isLate ? meetingDay : deadline)}`}
            initial={review?.newDeadline ?? null}
          />
        </For>
        <For outcomes="group-has-[[value=IN\_PROGRESS]:checked]:block group-has-[[value=CONTINUED]:checked]:block group-has-[[value=ESCALATED]:checked]:block">
          <TextField
            name="percent"
            label="Kemajuan (persen)"
            inputMode="numeric"
            autoComplete="off"
            initial={review?.percent ?? item.percent}
          />
          <StillOpen />
        </For>
      </div>
      <For outcomes="group-has-[[value=CONTINUED]:checked]:block group-has-[[value=ESCALATED]:checked]:block group-has-[[value=CANCELLED]:checked]:block">
        <TextArea
          name="reason"
          label="Alasan"
          hint="Mengapa belum selesai, dibatalkan, atau tidak dapat diselesaikan puskesmas"
          rows={2}
          initial={review?.reason ?? null}
        />
      </For>
      <For outcomes="group-has-[[name=outcome]:checked]:block">
        <TextArea name="note" label="Catatan" optional rows={2} initial={review?.note ?? null} />
      </For>
    </ActionForm>
  );
}

/** Shown while one of its statuses is chosen; a browser that cannot ask shows everything. */
function For({ outcomes, children }: { outcomes: string; children: ReactNode }) {
  return <div className={`hidden [@supports_not_selector(:has(a))]:block ${outcomes}`}>{children}</div>;
}
