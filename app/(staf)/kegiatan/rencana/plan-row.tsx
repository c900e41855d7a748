"use client";

import { useState } from "react";
import { useFieldState, useTypedList } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/hidden-field";
import { Icon } from "@/components/icon";
import { formatDay, isDay } from "@/lib/time";

export type PlanRowValues = {
  index: number;
  key: string;
  id: string;
  kind: string;
  period: number;
  name: string;
  date: string;
  startTime: string;
  endTime: string;
  place: string;
  isIncluded: boolean;
  notices: readonly string[];
};

/** One proposed Lokmin: whether it is taken, its day, hours and place, and what there is to know about the day. */
export function PlanRow({ row, included }: { row: PlanRowValues; included: readonly string[] }) {
  const name = `rows.${row.index}`;
  const checked = useTypedList("include[]", included).includes(row.key);
  const include = useFieldState("include", null);
  const date = useFieldState(`${name}.date`, row.date);
  const notices = useFieldState(`notices.${row.index}`, row.notices.join("\n")).value;
  const [typedDay, setTypedDay] = useState(date.value);
  const isUnchecked = typedDay !== date.value;
  return (
    <fieldset className="border-t border-line py-3">
      <legend className="sr-only">{row.name}</legend>
      <HiddenField name={`${name}.id`} initial={row.id} />
      <input type="hidden" name={`${name}.kind`} value={row.kind} />
      <input type="hidden" name={`${name}.period`} value={row.period} />
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 md:grid-cols-[10rem_8rem_8rem_minmax(0,1fr)] xl:grid-cols-[15rem_10rem_8rem_8rem_minmax(0,1fr)] xl:items-end">
        <label className="col-span-full flex min-h-11 items-center gap-3 xl:col-span-1">
          <input
            key={String(checked)}
            id={row.index === 0 ? include.id : undefined}
            type="checkbox"
            name="include[]"
            value={row.key}
            defaultChecked={checked}
            className="size-5 shrink-0 accent-accent"
          />
          <span>
            <span className="block font-semibold">{row.name}</span>
            {isDay(typedDay) && <span className="block text-sm text-muted">{formatDay(typedDay)}</span>}
          </span>
        </label>
        <Cell name={`${name}.date`} label="Tanggal" type="date" initial={row.date} onChange={setTypedDay} wide />
        <Cell name={`${name}.startTime`} label="Mulai" type="time" initial={row.startTime} />
        <Cell name={`${name}.endTime`} label="Selesai" type="time" initial={row.endTime} />
        <Cell name={`${name}.place`} label="Tempat" type="text" initial={row.place} wide />
      </div>
      {(notices || isUnchecked) && (
        <ul className="mt-2 text-sm text-soon xl:pl-8">
          {(isUnchecked
            ? ["Tanggal diubah: tekan “Periksa tanggal” untuk melihat libur dan bentrokan"]
            : notices.split("\n")
          ).map((notice) => (
            <li key={notice} className="flex items-start gap-1.5">
              <Icon name="alert" className="mt-0.5 size-4" />
              {notice}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

type CellProps = {
  name: string;
  label: string;
  type: "date" | "time" | "text";
  initial: string;
  wide?: boolean;
  onChange?: (value: string) => void;
};

function Cell({ name, label, type, initial, wide = false, onChange }: CellProps) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <div className={wide ? "col-span-2 md:col-span-1" : ""}>
      <label htmlFor={id} className="block text-sm text-muted">
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} className="text-sm font-semibold text-late">
          {error}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        className="input"
        onChange={onChange ? (event) => onChange(event.target.value) : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
      />
    </div>
  );
}
