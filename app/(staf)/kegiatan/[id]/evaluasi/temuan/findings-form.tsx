"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FormAction } from "@/lib/web/form";

type Row = { problemId: string; itemId: string; statement: string };
type Props = { action: FormAction; rows: readonly Row[]; owners: readonly string[]; back: string };

export function FindingsForm({ action, rows, owners, back }: Props) {
  return (
    <ActionForm
      action={action}
      submit="Simpan temuan dan RTL"
      aside={
        <Link href={back} prefetch={false} className="link">
          Kembali
        </Link>
      }
    >
      <ol className="flex flex-col gap-4">
        {rows.map(({ problemId, itemId, statement }, index) => (
          <li key={itemId} className="rounded-md border border-line p-3">
            <fieldset>
              <legend className="float-left mb-1 w-full text-sm font-semibold text-muted">Temuan {index + 1}</legend>
              <HiddenField name={`rows.${index}.problemId`} initial={problemId} />
              <HiddenField name={`rows.${index}.itemId`} initial={itemId} />
              <div className="clear-both grid gap-3 lg:grid-cols-[3fr_3fr_2fr_10rem]">
                <TextArea name={`rows.${index}.statement`} label="Temuan" rows={2} initial={statement} />
                <TextArea name={`rows.${index}.activity`} label="Tindak lanjut" rows={2} />
                <TextField
                  name={`rows.${index}.owner`}
                  label="Penanggung jawab"
                  suggestions={owners}
                  autoComplete="off"
                />
                <TextField name={`rows.${index}.deadline`} label="Batas waktu" type="date" />
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
    </ActionForm>
  );
}
