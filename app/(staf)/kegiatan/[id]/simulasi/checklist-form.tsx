"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FormAction } from "@/lib/web/form";

type Item = { text: string; points: number | null };
type Props = {
  action: FormAction;
  submit: string;
  initial: { id: string; version: number | null; name: string; passShare: number };
  items: readonly Item[];
};

export function ChecklistForm({ action, submit, initial, items }: Props) {
  return (
    <ActionForm action={action} submit={submit}>
      <HiddenField name="id" initial={initial.id} />
      <HiddenField name="version" initial={initial.version ?? ""} />
      <div className="grid gap-4 sm:grid-cols-[1fr_10rem]">
        <TextField name="name" label="Nama simulasi" initial={initial.name} />
        <TextField
          name="passShare"
          label="Batas lulus (%)"
          optional
          inputMode="numeric"
          initial={initial.passShare || ""}
        />
      </div>
      <fieldset>
        <legend className="mb-1 font-semibold">Butir penilaian</legend>
        <p className="mb-2 text-sm text-muted">
          Nilai tertinggi 1 berarti dilakukan atau tidak. Baris kosong tidak disimpan.
        </p>
        <ol className="flex flex-col gap-2">
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a form, which never move
            <li key={index} className="grid grid-cols-[1fr_8.5rem] items-end gap-2">
              <TextField name={`items.${index}.text`} label={`Butir ${index + 1}`} initial={item.text} />
              <TextField
                name={`items.${index}.points`}
                label="Nilai tertinggi"
                inputMode="numeric"
                initial={item.points}
              />
            </li>
          ))}
        </ol>
      </fieldset>
    </ActionForm>
  );
}
