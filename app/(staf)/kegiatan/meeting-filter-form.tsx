"use client";

type Options = readonly (readonly [string, string])[];

import { OfficeChoice } from "@/components/office-choice";
import type { OfficeView } from "@/lib/organisations/office-view";

type Query = { tahun?: string; jenis?: string; keadaan?: string; puskesmas?: string };

type Props = { query: Query; kinds: Options; statuses: Options; view: OfficeView };

/** Filters that live in the address: a plain form by GET. */
export function MeetingFilterForm({ query, kinds, statuses, view }: Props) {
  return (
    <form method="get" className="no-print mb-5 flex flex-wrap items-end gap-3">
      <Choice name="jenis" label="Jenis" value={query.jenis} options={kinds} />
      <Choice name="keadaan" label="Status" value={query.keadaan} options={statuses} />
      <label className="w-28 text-sm">
        Tahun
        <input
          name="tahun"
          inputMode="numeric"
          defaultValue={query.tahun ?? ""}
          placeholder="semua"
          className="input"
        />
      </label>
      <OfficeChoice view={view} className="min-w-36 flex-1 text-sm sm:max-w-64" />
      {view.members.length > 0 && (
        <Choice
          name="puskesmas"
          label="Puskesmas"
          value={query.puskesmas}
          options={view.members.map(({ id, name }) => [id, name] as const)}
        />
      )}
      <button type="submit" className="button">
        Terapkan
      </button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  options: Options;
};

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label className="min-w-36 flex-1 text-sm sm:max-w-64">
      {label}
      <select name={name} defaultValue={value ?? ""} className="input">
        <option value="">semua</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
