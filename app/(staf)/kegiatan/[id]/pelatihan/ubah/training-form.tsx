"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, type Option, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FormAction } from "@/lib/web/form";

type Values = {
  version: number;
  objectives: string;
  requiredAttendance: number;
  requiredScore: string | null;
  skpValue: string | null;
  skpNumber: string | null;
  skpIssuer: string | null;
  competenceIds: readonly string[];
};

type Props = { action: FormAction; initial: Values; competences: readonly (Option & { hint: string })[] };

export function TrainingForm({ action, initial, competences }: Props) {
  return (
    <ActionForm action={action} submit="Simpan isi pelatihan" className="flex max-w-3xl flex-col gap-6">
      <HiddenField name="version" initial={initial.version} />
      <TextArea
        name="objectives"
        label="Tujuan"
        hint="Apa yang diketahui atau dapat dilakukan peserta sesudahnya, satu baris satu tujuan."
        rows={5}
        initial={initial.objectives}
      />
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-2 font-semibold">Syarat selesai</legend>
        <TextField
          name="requiredAttendance"
          label="Kehadiran paling sedikit (% JPL)"
          inputMode="numeric"
          hint="0 berarti tanpa syarat kehadiran."
          initial={initial.requiredAttendance}
        />
        <TextField
          name="requiredScore"
          label="Nilai post-test paling rendah"
          inputMode="decimal"
          hint="0 sampai 100; kosong berarti tanpa syarat nilai."
          initial={initial.requiredScore}
        />
      </fieldset>
      {competences.length > 0 && (
        <CheckboxGroup
          name="competenceIds[]"
          legend="Kompetensi yang diperoleh"
          options={competences}
          initial={initial.competenceIds}
          columns
        />
      )}
      <fieldset className="grid gap-4 sm:grid-cols-3">
        <legend className="mb-2 font-semibold">SKP</legend>
        <p className="text-sm text-muted sm:col-span-3">
          Hanya bila pelatihan ini punya SKP dari penyelenggara yang diakui: salin nilai dan nomornya. Aplikasi ini
          tidak pernah menghitung SKP.
        </p>
        <TextField name="skpValue" label="Nilai SKP" inputMode="decimal" optional initial={initial.skpValue} />
        <TextField name="skpNumber" label="Nomor SKP" optional initial={initial.skpNumber} />
        <TextField name="skpIssuer" label="Penerbit" optional initial={initial.skpIssuer} />
      </fieldset>
    </ActionForm>
  );
}
