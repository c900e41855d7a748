import { monthNames } from "@/lib/time";
import type { PwsFilter } from "./filter";

type Props = {
  filter: PwsFilter;
  /** Empty where there is none to choose. */
  puskesmas?: readonly { id: string; name: string }[];
  topics?: readonly string[];
  /** Pages with trend lines. */
  hasLines?: boolean;
};

/** Filters that live in the address: a plain form by GET. */
export function PwsFilterForm({ filter, puskesmas = [], topics = [], hasLines = false }: Props) {
  const years = Array.from({ length: filter.lastYear - filter.firstYear + 1 }, (_, back) => filter.lastYear - back);
  return (
    <form method="get" className="no-print mb-5 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      {puskesmas.length > 0 && (
        <Choice
          name="puskesmas"
          label="Puskesmas"
          value={filter.puskesmasId}
          options={puskesmas.map(({ id, name }) => [id, name])}
          wide
        />
      )}
      <Choice
        name="tahun"
        label="Tahun"
        value={String(filter.year)}
        options={years.map((year) => [String(year), String(year)])}
      />
      <Choice
        name="bulan"
        label="Sampai bulan"
        value={String(filter.month)}
        options={monthNames.map((name, index) => [String(index + 1), name])}
      />
      {topics.length > 1 && (
        <Choice
          name="topik"
          label="Topik"
          value={filter.topic ?? ""}
          options={[["", "Semua topik"], ...topics.map((topic) => [topic, topic] as const)]}
        />
      )}
      {hasLines && (
        <Choice
          name="garis"
          label="Garis tren"
          value={String(filter.span)}
          options={[
            ["12", "12 bulan"],
            ["24", "24 bulan"],
            ["36", "36 bulan"],
          ]}
        />
      )}
      <button type="submit" className="button max-sm:col-start-2">
        Terapkan
      </button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  wide?: boolean;
};

function Choice({ name, label, value, options, wide = false }: ChoiceProps) {
  return (
    <label className={`block min-w-0 text-sm ${wide ? "col-span-2 sm:w-72" : "sm:w-40"}`}>
      <span className="mb-1 block">{label}</span>
      <select key={value} name={name} defaultValue={value} className="input">
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
