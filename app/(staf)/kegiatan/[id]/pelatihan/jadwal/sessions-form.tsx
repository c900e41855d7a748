"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import { Icon } from "@/components/icon";
import { sessionFormNames, sessionForms } from "@/lib/trainings/fields";
import type { FormAction } from "@/lib/web/form";

export type SessionValues = {
  id: string;
  form: string;
  topic: string | null;
  date: string;
  startTime: string | null;
  endTime: string | null;
  lessons: string | null;
  room: string | null;
  speakers: string | null;
};

type Props = {
  action: FormAction;
  version: number;
  zone: string;
  /** How many of the rows are sessions that are there. */
  filled: number;
  rows: readonly SessionValues[];
};

const forms = sessionForms.map((value) => ({ value, label: sessionFormNames[value] }));
const rowsAtATime = 5;

/** All sessions in one form, those there are and some empty ones; one whose topic is emptied is deleted. */
export function SessionsForm({ action, version, zone, filled, rows }: Props) {
  const [count, setCount] = useState(Math.min(rows.length, filled + rowsAtATime));
  return (
    <ActionForm action={action} submit="Simpan jadwal sesi" className="flex flex-col gap-5">
      <HiddenField name="version" initial={version} />
      <p className="max-w-3xl text-muted">
        Baris tanpa materi tidak disimpan; mengosongkan materi menghapus sesinya. Urutan mengikuti hari dan jam. JPL
        yang dikosongkan dihitung dari jamnya, 45 menit satu JPL. Narasumber: satu baris satu orang, nama / jabatan /
        instansi.
      </p>
      {rows.slice(0, count).map((row, index) => (
        <SessionFields key={row.id} row={row} index={index} zone={zone} />
      ))}
      {count < rows.length && (
        <div className="hidden [@media(scripting:enabled)]:block">
          <button type="button" onClick={() => setCount(Math.min(rows.length, count + rowsAtATime))} className="button">
            <Icon name="plus" />
            Tambah baris
          </button>
        </div>
      )}
    </ActionForm>
  );
}

function SessionFields({ row, index, zone }: { row: SessionValues; index: number; zone: string }) {
  const at = (name: string) => `rows.${index}.${name}`;
  return (
    <fieldset className="grid grid-cols-2 items-start gap-3 border-l-4 border-line pl-3 sm:grid-cols-4 lg:grid-cols-[minmax(0,1fr)_9rem_10.5rem_7.5rem_7.5rem_5rem]">
      <legend className="sr-only">Sesi {index + 1}</legend>
      <HiddenField name={at("id")} initial={row.id} />
      <TextField
        name={at("topic")}
        label={`Materi sesi ${index + 1}`}
        initial={row.topic}
        className="col-span-2 sm:col-span-4 lg:col-span-1"
      />
      <SelectField name={at("form")} label="Bentuk" options={forms} initial={row.form} />
      <TextField name={at("date")} label="Hari" type="date" initial={row.date} />
      <TextField name={at("startTime")} label={`Mulai (${zone})`} type="time" initial={row.startTime} />
      <TextField name={at("endTime")} label="Selesai" type="time" initial={row.endTime} />
      <TextField name={at("lessons")} label="JPL" inputMode="decimal" initial={row.lessons} />
      <TextArea
        name={at("speakers")}
        label="Narasumber"
        rows={1}
        initial={row.speakers}
        className="col-span-2 lg:col-span-3"
      />
      <TextField name={at("room")} label="Ruang" initial={row.room} className="col-span-2 lg:col-span-3" />
    </fieldset>
  );
}
