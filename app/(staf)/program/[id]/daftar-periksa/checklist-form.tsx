"use client";

import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { formNames } from "@/lib/programmes/fields";
import type { FormAction } from "@/lib/web/form";

export type QuestionValues = { section: string | null; text: string | null; form: string; maxScore: number | null };

const forms = Object.entries(formNames).map(([value, label]) => ({ value, label }));

type Props = { action: FormAction; version: number; rows: readonly QuestionValues[]; sections: readonly string[] };

/** All items in one form; an item whose text is emptied is gone, empty rows are left out. */
export function ChecklistForm({ action, version, rows, sections }: Props) {
  return (
    <ActionForm action={action} submit="Simpan daftar periksa" className="flex flex-col gap-4">
      <HiddenField name="version" initial={version} />
      {rows.map((row, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have their place and nothing else
          key={index}
          className="grid grid-cols-2 gap-3 border-t border-line pt-3 lg:grid-cols-[10rem_minmax(0,1fr)_13rem_8.5rem]"
        >
          <legend className="sr-only">Butir {index + 1}</legend>
          <TextField
            name={`rows.${index}.section`}
            label="Bagian"
            suggestions={sections}
            initial={row.section}
            className="col-span-2 lg:col-span-1"
          />
          <TextField
            name={`rows.${index}.text`}
            label={`Butir ${index + 1}`}
            initial={row.text}
            className="col-span-2 lg:col-span-1"
          />
          <SelectField name={`rows.${index}.form`} label="Dijawab dengan" options={forms} initial={row.form} />
          <TextField
            name={`rows.${index}.maxScore`}
            label="Nilai tertinggi"
            inputMode="numeric"
            initial={row.maxScore}
          />
        </fieldset>
      ))}
    </ActionForm>
  );
}
