"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { CheckboxGroup, type Option, RadioGroup, SelectField, TextArea, TextField } from "@/components/form/field";
import { useFieldState, useTypedCheck } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/hidden-field";
import { useLocalWords } from "@/components/local-words";
import { monthNames } from "@/lib/time";
import type { FormAction } from "@/lib/web/form";
import { AgendaFields } from "./agenda-fields";
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
  endDate: string | null;
  endTime: string | null;
  place: string | null;
  mapUrl: string | null;
  leader: string | null;
  contactName: string | null;
  /** As one types it. */
  contactPhone: string | null;
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
  /** The kinds that the office holds. */
  kinds: readonly string[];
  /** The earlier meeting it is filled from. */
  again?: Again;
};

type Again = { id: string; title: string; invited: number };

const kindsIn = (say: (text: string) => string) => [
  { value: "MONTHLY_LOKMIN", label: "Lokmin Bulanan", hint: "dengan staf puskesmas" },
  { value: "QUARTERLY_LOKMIN", label: "Lokmin Triwulanan", hint: "lintas sektor, per triwulan" },
  { value: "PRE_LOKMIN", label: "Pra-Lokmin", hint: "tiap klaster, sebelum lokbul" },
  { value: "STUNTING_MINILOK", label: "Minilok Stunting", hint: say("tingkat kecamatan") },
  { value: "KALAKARYA", label: "Kalakarya", hint: "pelatihan, sehari atau beberapa hari" },
];

const months = monthNames.map((label, index) => ({ value: String(index + 1), label }));
const quarters = ["I", "II", "III", "IV"].map((label, index) => ({
  value: String(index + 1),
  label: `Triwulan ${label}`,
}));

/** One form for a new meeting and for a change of one. Only the period of the chosen kind is shown. */
export function MeetingForm({ action, initial, submit, zone, leaders, otherPuskesmas, types, kinds, again }: Props) {
  const say = useLocalWords();
  return (
    <ActionForm action={action} submit={submit} className="group flex max-w-3xl flex-col gap-6">
      {/* What Enter presses without script: the first button of the form, which would move a line of the agenda. */}
      <noscript>
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
          {submit}
        </button>
      </noscript>
      <HiddenField name="id" initial={initial.id} />
      {initial.version !== null && <HiddenField name="version" initial={initial.version} />}
      {initial.templateId && <HiddenField name="templateId" initial={initial.templateId} />}
      <RadioGroup
        name="kind"
        legend="Jenis kegiatan"
        options={kindsIn(say).filter(({ value }) => kinds.includes(value))}
        initial={initial.kind}
      />
      <TypeFields types={types} initial={initial} />
      <TextField
        name="title"
        label="Nama kegiatan"
        hint="Untuk Lokmin boleh kosong: namanya mengikuti jenis dan periode. Untuk kalakarya, isi judulnya."
        initial={initial.title}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <DateField name="date" label="Tanggal" initial={initial.date} isFirst={again !== undefined} />
        <TextField name="startTime" label={`Jam mulai (${zone})`} type="time" initial={initial.startTime} />
        <TextField
          name="endTime"
          label="Jam selesai"
          type="time"
          optional
          hint="Kosong berarti s.d. selesai."
          initial={initial.endTime}
        />
        <TextField
          name="endDate"
          label="Tanggal selesai"
          type="date"
          optional
          hint="Untuk pelatihan beberapa hari."
          initial={initial.endDate}
          className="hidden group-has-[input[value=KALAKARYA]:checked]:block"
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
          label="Tautan Google Maps"
          type="url"
          optional
          hint="Salin dari aplikasi peta."
          initial={initial.mapUrl}
        />
        <TextField name="leader" label="Pimpinan rapat" optional suggestions={leaders} initial={initial.leader} />
      </div>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <TextField
          name="contactName"
          label="Narahubung"
          optional
          hint="Yang dihubungi undangan bila ada pertanyaan; tampil di halaman undangan."
          initial={initial.contactName}
        />
        <TextField name="contactPhone" label="HP narahubung" type="tel" optional initial={initial.contactPhone} />
      </div>
      <AgendaFields lines={initial.agenda} />
      {again && again.invited > 0 && <TickInvited {...again} />}
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

function TickInvited({ id, title, invited }: Again) {
  const isTicked = useTypedCheck("inviteAgain", true);
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="checkbox"
        name="inviteAgain"
        value={id}
        defaultChecked={isTicked}
        className="size-5 shrink-0 accent-accent"
      />
      Undang lagi {invited} jabatan yang diundang ke {title}
    </label>
  );
}
