"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { PersonStep } from "@/components/form/person-step";
import type { FormAction } from "@/lib/web/form";

export type FacilitatorValues = {
  id: string;
  version: number | null;
  name: string | null;
  title: string | null;
  institution: string | null;
  daysOff: string;
};

type Props = {
  action: FormAction;
  initial: FacilitatorValues;
  submit: string;
  titles: readonly string[];
  institutions: readonly string[];
};

export function FacilitatorForm({ action, initial, submit, titles, institutions }: Props) {
  return (
    <ActionForm
      action={action}
      submit={submit}
      className="flex flex-wrap items-start gap-4 [&>div]:min-w-60 [&>div]:flex-1"
    >
      <HiddenField name="id" initial={initial.id} />
      {initial.version !== null && <HiddenField name="version" initial={initial.version} />}
      <TextField name="name" label="Nama" initial={initial.name} />
      <TextField name="title" label="Profesi atau jabatan" suggestions={titles} initial={initial.title} />
      <TextField name="institution" label="Instansi" suggestions={institutions} initial={initial.institution} />
      <TextArea
        name="daysOff"
        label="Hari berhalangan"
        optional
        hint="Satu hari atau rentang satu baris: 15/9/2025 s.d. 19/9/2025"
        rows={2}
        initial={initial.daysOff}
      />
      <PersonStep />
    </ActionForm>
  );
}
