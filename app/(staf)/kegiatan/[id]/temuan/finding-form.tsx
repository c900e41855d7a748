"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FormAction } from "@/lib/web/form";

export type FindingValues = {
  id: string;
  version: number | null;
  statement: string | null;
  topic: string | null;
  owner: string | null;
};

type Props = {
  action: FormAction;
  initial: FindingValues;
  submit: string;
  topics: readonly string[];
  owners: readonly string[];
};

export function FindingForm({ action, initial, submit, topics, owners }: Props) {
  return (
    <ActionForm
      action={action}
      submit={submit}
      className="flex flex-wrap items-end gap-4 [&>div]:min-w-60 [&>div]:flex-1"
    >
      <HiddenField name="id" initial={initial.id} />
      {initial.version !== null && <HiddenField name="version" initial={initial.version} />}
      <TextArea name="statement" label="Temuan" initial={initial.statement} rows={2} className="w-full basis-full" />
      <TextField name="topic" label="Topik" optional suggestions={topics} initial={initial.topic} />
      <TextField name="owner" label="Penanggung jawab" optional suggestions={owners} initial={initial.owner} />
    </ActionForm>
  );
}
