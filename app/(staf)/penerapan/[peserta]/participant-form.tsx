"use client";

import { ActionForm } from "@/components/form/action-form";
import { RadioGroup, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { levelNames, levels } from "@/lib/training-evaluations/application-rules";
import type { FormAction } from "@/lib/web/form";

type Values = {
  level: string | null;
  evidence: string | null;
  obstacle: string | null;
  support: string | null;
  assessor: string | null;
  assessedOn: string;
  version: number | null;
};

export function ParticipantForm({ action, initial }: { action: FormAction; initial: Values }) {
  return (
    <ActionForm action={action} submit="Simpan penilaian">
      <HiddenField name="version" initial={initial.version ?? ""} />
      <RadioGroup
        name="level"
        legend="Hasil pelatihan di tempat kerja"
        initial={initial.level}
        options={levels.map((value) => ({ value, label: levelNames[value] }))}
      />
      <TextArea
        name="evidence"
        label="Apa yang diterapkan dan buktinya"
        hint="Bila belum diterapkan, tulis keadaannya sekarang"
        initial={initial.evidence}
      />
      <TextArea name="obstacle" label="Hambatan" optional initial={initial.obstacle} rows={2} />
      <TextArea name="support" label="Dukungan yang diperlukan" optional initial={initial.support} rows={2} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="assessor"
          label="Nama dan jabatan penilai"
          hint="Atasan langsung peserta"
          initial={initial.assessor}
        />
        <TextField name="assessedOn" label="Tanggal penilaian" type="date" initial={initial.assessedOn} />
      </div>
    </ActionForm>
  );
}
