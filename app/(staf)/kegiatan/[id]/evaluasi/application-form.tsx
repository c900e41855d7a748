"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FormAction } from "@/lib/web/form";

type Values = {
  summary: string | null;
  obstacles: string | null;
  followUp: string | null;
  assessor: string | null;
  assessedOn: string;
  version: number | null;
};

export function ApplicationForm({ action, initial }: { action: FormAction; initial: Values }) {
  return (
    <ActionForm action={action} submit="Simpan ringkasan">
      <HiddenField name="version" initial={initial.version ?? ""} />
      <TextArea
        name="summary"
        label="Hasil penerapan"
        hint="Apa yang sekarang dikerjakan dengan cara baru, dan buktinya"
        initial={initial.summary}
      />
      <TextArea name="obstacles" label="Hambatan" optional initial={initial.obstacles} rows={2} />
      <TextArea name="followUp" label="Tindak lanjut" optional initial={initial.followUp} rows={2} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField name="assessor" label="Nama dan jabatan penilai" initial={initial.assessor} />
        <TextField name="assessedOn" label="Tanggal penilaian" type="date" initial={initial.assessedOn} />
      </div>
    </ActionForm>
  );
}
