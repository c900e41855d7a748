import { useState } from "react";
import type { NamedChoice } from "@/lib/found-choices";
import type { RowField } from "@/lib/plan/typed-row";
import type { GridRow } from "./row-state";

export type RowOptions = {
  problems: readonly NamedChoice[];
  fundingSources: readonly NamedChoice[];
  priorities: readonly NamedChoice[];
};

type Props = { row: GridRow; name: string; options: RowOptions; write: (field: RowField, text: string) => void };

const texts: readonly [RowField, string][] = [
  ["problem", "Masalah"],
  ["cause", "Penyebab"],
  ["support", "Pihak pendukung"],
  ["indicator", "Indikator"],
  ["baseline", "Capaian awal"],
  ["target", "Target"],
  ["unit", "Satuan"],
];

export const hasMore = ({ texts: written, faults }: GridRow) =>
  texts.some(([field]) => written[field].trim() !== "" || faults[field]);

/** The rest of a row, folded until somebody needs it. */
export function RowMore({ row, name, options, write }: Props) {
  const hasFault = texts.some(([field]) => row.faults[field]);
  const [isOpen, setOpen] = useState(false);
  const filled = texts.filter(([field]) => row.texts[field].trim() !== "").length;
  return (
    <details
      className="min-w-0 flex-1"
      open={isOpen || hasFault}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="link inline-flex min-h-11 items-center" aria-label={`Isian lain ${name}`}>
        Isian lain{filled > 0 && ` (${filled} terisi)`}
      </summary>
      {(isOpen || hasFault) && (
        <div className="grid gap-3 pb-3 sm:grid-cols-2 lg:grid-cols-3">
          {options.problems.length > 0 && (
            <Choice
              {...{ row, write }}
              field="problemId"
              label="Menjawab masalah"
              empty="Tidak dari daftar masalah"
              options={options.problems}
            />
          )}
          {texts.map(([field, label]) => (
            <label key={field} className="block text-sm font-semibold">
              {label}
              <input
                value={row.texts[field]}
                onChange={(event) => write(field, event.currentTarget.value)}
                inputMode={field === "baseline" || field === "target" ? "decimal" : undefined}
                aria-invalid={row.faults[field] ? true : undefined}
                className="input mt-1 font-normal"
              />
              {row.faults[field] && <span className="text-late">{row.faults[field]}</span>}
            </label>
          ))}
          <Choice
            {...{ row, write }}
            field="fundingSource"
            label="Sumber dana"
            empty="Belum ditentukan"
            options={options.fundingSources}
          />
          <Choice {...{ row, write }} field="priority" label="Prioritas" options={options.priorities} />
        </div>
      )}
    </details>
  );
}

type ChoiceProps = Pick<Props, "row" | "write"> & {
  field: RowField;
  label: string;
  empty?: string;
  options: readonly NamedChoice[];
};

function Choice({ row, write, field, label, empty, options }: ChoiceProps) {
  return (
    <label className="block text-sm font-semibold">
      {label}
      <select
        value={row.texts[field]}
        onChange={(event) => write(field, event.currentTarget.value)}
        className="input mt-1 font-normal"
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
