"use client";

import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxGroup, type Option, SelectField, TextArea, TextField } from "@/components/form/field";
import { HiddenField } from "@/components/form/hidden-field";
import type { FormAction } from "@/lib/web/form";

export type IndicatorValues = {
  indicatorId: string | null;
  name: string | null;
  baseline: string | null;
  target: string | null;
  unit: string | null;
};

export type ProgrammeValues = {
  id: string;
  version: number | null;
  name: string | null;
  goal: string | null;
  topics: string | null;
  startsOn: string | null;
  endsOn: string | null;
  visitsPerWeek: number;
  teamSize: number;
  startClock: string;
  endClock: string | null;
  visited: readonly string[];
  joined: readonly string[];
  indicators: readonly IndicatorValues[];
};

type MemberOption = Option & { hint?: string };

type Props = {
  action: FormAction;
  submit: string;
  back: string;
  initial: ProgrammeValues;
  puskesmas: readonly MemberOption[];
  hospitals: readonly MemberOption[];
  indicators: readonly Option[];
};

/** One form for a new programme and for a change of one. */
export function ProgrammeForm({ action, submit, back, initial, puskesmas, hospitals, indicators }: Props) {
  return (
    <ActionForm
      action={action}
      submit={submit}
      className="flex max-w-4xl flex-col gap-6"
      aside={
        <Link href={back} prefetch={false} className="link">
          Batal
        </Link>
      }
    >
      <HiddenField name="id" initial={initial.id} />
      {initial.version !== null && <HiddenField name="version" initial={initial.version} />}
      <TextField name="name" label="Nama program" initial={initial.name} />
      <TextArea name="goal" label="Tujuan" initial={initial.goal} rows={2} />
      <TextArea
        name="topics"
        label="Topik temuan"
        optional
        hint="Satu topik satu baris; temuan semua kunjungan dikelompokkan menurut ini."
        initial={initial.topics}
      />
      <fieldset className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <legend className="mb-2 font-semibold">Masa dan jadwal kunjungan</legend>
        <TextField name="startsOn" label="Tanggal mulai" type="date" initial={initial.startsOn} />
        <TextField name="endsOn" label="Tanggal selesai" type="date" initial={initial.endsOn} />
        <TextField
          name="visitsPerWeek"
          label="Kunjungan seminggu"
          inputMode="numeric"
          initial={initial.visitsPerWeek}
        />
        <TextField name="startClock" label="Jam mulai" type="time" initial={initial.startClock} />
        <TextField name="endClock" label="Jam selesai" optional type="time" initial={initial.endClock} />
        <TextField name="teamSize" label="Fasilitator tiap kunjungan" inputMode="numeric" initial={initial.teamSize} />
      </fieldset>
      <CheckboxGroup
        name="visited[]"
        legend="Dikunjungi"
        options={[...puskesmas, ...hospitals]}
        initial={initial.visited}
        columns
      />
      {hospitals.length > 0 && (
        <CheckboxGroup
          name="joined[]"
          legend="Ikut serta tanpa dikunjungi"
          hint="Rumah sakit yang mengirim fasilitator atau menerima rujukan."
          options={hospitals}
          initial={initial.joined}
          columns
        />
      )}
      <IndicatorRows rows={initial.indicators} options={indicators} />
    </ActionForm>
  );
}

function IndicatorRows({ rows, options }: { rows: readonly IndicatorValues[]; options: readonly Option[] }) {
  return (
    <fieldset className="flex flex-col gap-4">
      <legend className="mb-1 font-semibold">Indikator keberhasilan</legend>
      <p className="text-sm text-muted">
        Pilih indikator yang sudah ada, atau tulis sendiri. Baris yang kosong diabaikan.
      </p>
      {rows.map((row, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have their place and nothing else
          key={index}
          className="grid grid-cols-3 gap-3 border-t border-line pt-3 lg:grid-cols-[1.4fr_1.4fr_6rem_6rem_7rem]"
        >
          <SelectField
            name={`indicators.${index}.indicatorId`}
            label="Yang sudah ada"
            empty="–"
            options={options}
            initial={row.indicatorId}
            className="col-span-3 lg:col-span-1"
          />
          <TextField
            name={`indicators.${index}.name`}
            label="Atau tulis sendiri"
            initial={row.indicatorId ? null : row.name}
            className="col-span-3 lg:col-span-1"
          />
          <TextField name={`indicators.${index}.baseline`} label="Awal" inputMode="decimal" initial={row.baseline} />
          <TextField name={`indicators.${index}.target`} label="Target" inputMode="decimal" initial={row.target} />
          <TextField name={`indicators.${index}.unit`} label="Satuan" initial={row.unit} />
        </div>
      ))}
    </fieldset>
  );
}
