"use client";

import { useMemo } from "react";
import { ChoiceBox, type ChoiceGroup } from "@/components/form/choice-box";
import { TextField } from "@/components/form/field";
import { PersonStep } from "@/components/form/person-step";
import type { OwnerChoice } from "@/lib/plan/reads";

type Props = {
  groups: readonly ChoiceGroup[];
  /** The owner as the row has it; left out where it was typed. */
  kept?: OwnerChoice | undefined;
  initial: {
    owner: string;
    responsibleInstitution: string | null;
    responsibleTitle: string | null;
    responsibleName: string | null;
  };
  institutions: readonly string[];
};

/**
 * Who is responsible: one of the list, or typed. Typed fields step aside while somebody of the list is chosen, without
 * script by a style rule alone.
 */
export function OwnerField({ groups, kept, initial, institutions }: Props) {
  const all = useMemo(() => (kept ? [keptGroup(kept), ...groups] : groups), [kept, groups]);
  return (
    <fieldset className="group/owner flex flex-col gap-4 rounded-md border border-line p-4">
      <legend className="px-1 text-lg font-semibold">Penanggung jawab</legend>
      <ChoiceBox
        name="owner"
        label="Pilih dari daftar"
        empty="Tulis sendiri di bawah"
        groups={all}
        initial={initial.owner}
      />
      <div className="flex flex-col gap-4 group-has-[option:checked:not([value=''])]/owner:hidden">
        <p className="text-sm text-muted">Tidak ada di daftar? Tulis di sini.</p>
        <TextField
          name="responsibleInstitution"
          label="Instansi"
          initial={initial.responsibleInstitution}
          suggestions={institutions}
          autoComplete="off"
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="responsibleTitle" label="Jabatan" optional initial={initial.responsibleTitle} />
          <TextField
            name="responsibleName"
            label="Nama"
            optional
            initial={initial.responsibleName}
            autoComplete="off"
          />
        </div>
        <PersonStep />
      </div>
    </fieldset>
  );
}

function keptGroup({ value, label }: OwnerChoice): ChoiceGroup {
  return { label: "Sekarang", choices: [{ value, label: `${label} (seperti tersimpan)` }] };
}
