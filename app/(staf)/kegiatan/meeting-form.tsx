"use client";

import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, type Option, RadioGroup, SelectField, TextArea, TextField } from "@/components/form/field";
import { useFieldState } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/hidden-field";
import { monthNames } from "@/lib/time";
import type { FormAction } from "@/lib/web/form";
import { TypeFields, type TypesOfKinds } from "./type-fields";

export type MeetingValues = {
  id: string;
  version: number | null;
  kind: string | null;
  /** Of a meeting that is there already. */
  typeKey: string | null;
  /** What it is prefilled from. */
  templateId: string | null;
  title: string | null;
  date: string | null;
  startTime: string | null;
  endTime: string | null;
  place: string | null;
  mapUrl: string | null;
  leader: string | null;
  year: number | null;
  month: number | null;
  quarter: number | null;
  organiserIds: readonly string[];
  agenda: readonly { topic: string; minutes: number | null; presenter: string | null }[];
};

type Props = {
  action: FormAction;
  initial: MeetingValues;
  submit: string;
  zone: string;
  leaders: readonly string[];
  otherPuskesmas: readonly Option[];
  types: TypesOfKinds;
};

const kinds = [
  { value: "MONTHLY_LOKMIN", label: "Lokmin Bulanan", hint: "dengan staf puskesmas" },
  { value: "QUARTERLY_LOKMIN", label: "Lokmin Triwulanan", hint: "lintas sektor, per triwulan" },
  { value: "PRE_LOKMIN", label: "Pra-Lokmin", hint: "tiap klaster, sebelum lokbul" },
  { value: "STUNTING_MINILOK", label: "Minilok Stunting", hint: "tingkat kecamatan" },
  { value: "KALAKARYA", label: "Kalakarya", hint: "pelatihan di tempat kerja" },
];

const months = monthNames.map((label, index) => ({ value: String(index + 1), label }));
const quarters = ["I", "II", "III", "IV"].map((label, index) => ({
  value: String(index + 1),
  label: `Triwulan ${label}`,
}));

/** One form for a new meeting and for a change of one. Only the period of the chosen kind is shown. */
export function MeetingForm({ action, initial, submit, zone, leaders, otherPuskesmas, types }: Props) {
  return (
    <ActionForm action={action} submit={submit} className="group flex max-w-3xl flex-col gap-6">
      <HiddenField name="id" initial={initial.id} />
      {initial.version !== null && <HiddenField name="version" initial={initial.version} />}
      {initial.templateId && <HiddenField name="templateId" initial={initial.templateId} />}
      <RadioGroup name="kind" legend="Jenis kegiatan" options={kinds} initial={initial.kind} />
      <TypeFields types={types} initial={initial} />
      <TextField
        name="title"
        label="Nama kegiatan"
        hint="Untuk Lokmin boleh kosong: namanya mengikuti jenis dan periode. Untuk kalakarya, isi judulnya."
        initial={initial.title}
      />
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <TextField name="date" label="Tanggal" type="date" initial={initial.date} />
        <TextField name="startTime" label={`Jam mulai (${zone})`} type="time" initial={initial.startTime} />
        <TextField
          name="endTime"
          label="Jam selesai"
          type="time"
          optional
          hint="Kosong berarti s.d. selesai."
          initial={initial.endTime}
        />
      </div>
      <fieldset className="group-has-[input[value=KALAKARYA]:checked]:hidden">
        <legend className="font-semibold">Periode</legend>
        <p className="mb-2 text-sm text-muted">
          Dibiarkan kosong, periode mengikuti tanggal. Isi bila kegiatan diadakan di luar bulan atau triwulannya.
        </p>
        <div className="grid items-end gap-4 sm:grid-cols-3">
          <SelectField
            name="month"
            label="Bulan"
            empty="menurut tanggal"
            options={months}
            initial={initial.month}
            className="group-has-[input[value^=QUARTERLY]:checked]:hidden"
          />
          <SelectField
            name="quarter"
            label="Triwulan"
            empty="menurut tanggal"
            options={quarters}
            initial={initial.quarter}
            className="group-has-[input[value^=MONTHLY]:checked]:hidden group-has-[input[value^=PRE]:checked]:hidden group-has-[input[value^=STUNTING]:checked]:hidden"
          />
          <TextField name="year" label="Tahun" inputMode="numeric" optional initial={initial.year} />
        </div>
      </fieldset>
      <SecondReason />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField name="place" label="Tempat" initial={initial.place} />
        <TextField
          name="mapUrl"
          label="Alamat peta"
          type="url"
          optional
          hint="Salin dari aplikasi peta."
          initial={initial.mapUrl}
        />
        <TextField name="leader" label="Pimpinan rapat" optional suggestions={leaders} initial={initial.leader} />
      </div>
      <AgendaFields lines={initial.agenda} />
      {otherPuskesmas.length > 0 && (
        <details className="card" open={initial.organiserIds.length > 1}>
          <summary className="min-h-11 content-center font-semibold">Diadakan bersama puskesmas lain</summary>
          <CheckboxGroup
            name="organiserIds[]"
            legend="Penyelenggara lain"
            hint="Mereka dapat mengubah kegiatan ini seperti Anda."
            options={otherPuskesmas}
            initial={initial.organiserIds}
            columns
          />
        </details>
      )}
    </ActionForm>
  );
}

/** Asked for only when the period has its Lokmin already. */
function SecondReason() {
  const { error, value } = useFieldState("secondReason", "");
  if (!error && !value) return null;
  return <TextArea name="secondReason" label="Alasan mengadakan yang kedua" rows={2} />;
}

/** Lines of the agenda: those there are, and some empty ones; with script one asks for more. */
function AgendaFields({ lines }: { lines: MeetingValues["agenda"] }) {
  const [count, setCount] = useState(Math.max(6, lines.length + 3));
  return (
    <fieldset>
      <legend className="font-semibold">Susunan acara</legend>
      <p className="mb-2 text-sm text-muted">Baris yang kosong tidak disimpan.</p>
      <ol className="flex flex-col gap-3">
        {Array.from({ length: count }, (_, index) => index).map((index) => (
          <li
            key={index}
            className="grid grid-cols-[1fr_6rem] gap-2 border-l-4 border-line pl-3 sm:grid-cols-[1fr_6rem_14rem]"
          >
            <TextField
              name={`agenda.${index}.topic`}
              label={`Acara ${index + 1}`}
              initial={lines[index]?.topic}
              className="col-span-2 sm:col-span-1"
            />
            <TextField
              name={`agenda.${index}.minutes`}
              label="Menit"
              inputMode="numeric"
              initial={lines[index]?.minutes}
              className="order-last sm:order-none"
            />
            <TextField name={`agenda.${index}.presenter`} label="Penyaji" initial={lines[index]?.presenter} />
          </li>
        ))}
      </ol>
      {count < 60 && (
        <button
          type="button"
          onClick={() => setCount(count + 4)}
          className="button mt-3 hidden [@media(scripting:enabled)]:inline-flex"
        >
          Tambah baris
        </button>
      )}
    </fieldset>
  );
}
