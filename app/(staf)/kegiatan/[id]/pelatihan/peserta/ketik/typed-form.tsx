"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextField } from "@/components/form/field";
import { Icon } from "@/components/icon";
import { professionNames } from "@/lib/staff/professions";
import type { FormAction } from "@/lib/web/form";

const most = 60;
const rowsAtATime = 6;
const roles = [
  ...Object.entries(professionNames).map(([value, label]) => ({ value, label })),
  { value: "TAMU", label: "Tamu (tidak belajar)" },
];

export function TypedForm({ action, institution }: { action: FormAction; institution: string }) {
  const [count, setCount] = useState(rowsAtATime);
  return (
    <ActionForm action={action} submit="Tambahkan" className="flex flex-col gap-4">
      <p className="max-w-3xl text-muted">
        Baris tanpa nama tidak disimpan. Tamu, misalnya pembuka acara, diundang tanpa ikut belajar dan tanpa sertifikat.
      </p>
      {Array.from({ length: count }, (_, index) => index).map((index) => (
        <fieldset
          key={index}
          className="grid grid-cols-2 items-end gap-3 border-l-4 border-line pl-3 lg:grid-cols-[minmax(0,1.3fr)_12rem_minmax(0,1fr)_minmax(0,1fr)_10rem]"
        >
          <legend className="sr-only">Orang {index + 1}</legend>
          <TextField name={`rows.${index}.name`} label={`Nama ${index + 1}`} />
          <SelectField name={`rows.${index}.role`} label="Profesi" options={roles} initial="NURSE" />
          <TextField name={`rows.${index}.institution`} label="Instansi" initial={institution} />
          <TextField name={`rows.${index}.title`} label="Jabatan" optional />
          <TextField name={`rows.${index}.phone`} label="Nomor HP" type="tel" optional />
        </fieldset>
      ))}
      {count < most && (
        <div className="hidden [@media(scripting:enabled)]:block">
          <button type="button" onClick={() => setCount(Math.min(most, count + rowsAtATime))} className="button">
            <Icon name="plus" />
            Tambah baris
          </button>
        </div>
      )}
    </ActionForm>
  );
}
