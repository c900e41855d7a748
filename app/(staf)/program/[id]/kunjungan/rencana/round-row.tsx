"use client";

import { useMemo, useState } from "react";
import { ChoiceBox } from "@/components/form/choice-box";
import type { Option } from "@/components/form/field";
import { useFieldState, useTypedCheck, useTypedList } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/hidden-field";
import { Icon } from "@/components/icon";
import { formatDay, isDay } from "@/lib/time";

export type RoundRowValues = {
  index: number;
  key: string;
  visitedId: string;
  name: string;
  district: string;
  day: string;
  startTime: string;
  endTime: string;
  place: string;
  team: readonly string[];
  notices: readonly string[];
};

type Props = { row: RoundRowValues; included: readonly string[]; teamSize: number; facilitators: readonly Option[] };

/** One proposed visit: whether it is taken, its day, hours, place and team, and what there is to know about them. */
export function RoundRow({ row, included, teamSize, facilitators }: Props) {
  const name = `rows.${row.index}`;
  const key = useFieldState(`${name}.meetingId`, row.key).value;
  const checked = useTypedList("include[]", included).includes(key);
  const kept = useTypedCheck(`${name}.keep`, false);
  const date = useFieldState(`${name}.date`, row.day);
  const include = useFieldState("include", null);
  const notices = useFieldState(`notices.${row.index}`, row.notices.join("\n")).value;
  const [typed, setTyped] = useState({ from: date.value, day: date.value });
  const day = typed.from === date.value ? typed.day : date.value;
  return (
    <fieldset className="border-t border-line py-3">
      <legend className="sr-only">{row.name}</legend>
      <HiddenField name={`${name}.meetingId`} initial={row.key} />
      <input type="hidden" name={`${name}.visitedId`} value={row.visitedId} />
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 lg:grid-cols-[15rem_10rem_7rem_7rem_minmax(0,1fr)_6rem] lg:items-end">
        <label className="col-span-2 flex min-h-11 items-center gap-3 lg:col-span-1">
          <input
            key={String(checked)}
            id={row.index === 0 ? include.id : undefined}
            type="checkbox"
            name="include[]"
            value={key}
            defaultChecked={checked}
            className="size-5 shrink-0 accent-accent"
          />
          <span>
            <span className="block font-semibold">{row.name}</span>
            <span className="block text-sm text-muted">{isDay(day) ? formatDay(day) : row.district}</span>
          </span>
        </label>
        <Cell
          key={date.value}
          name={`${name}.date`}
          label="Tanggal"
          type="date"
          initial={row.day}
          onChange={(value) => setTyped({ from: date.value, day: value })}
          wide
        />
        <Cell name={`${name}.startTime`} label="Mulai" type="time" initial={row.startTime} />
        <Cell name={`${name}.endTime`} label="Selesai" type="time" initial={row.endTime} />
        <Cell name={`${name}.place`} label="Tempat" type="text" initial={row.place} wide />
        <label className="flex min-h-11 items-center gap-2">
          <input
            key={String(kept)}
            type="checkbox"
            name={`${name}.keep`}
            value="ya"
            defaultChecked={kept}
            className="size-5 shrink-0 accent-accent"
          />
          Tetap
        </label>
      </div>
      <div className="mt-2 grid gap-2 sm:grid-cols-2 lg:ml-8 lg:grid-cols-3">
        {Array.from({ length: teamSize }, (_, place) => (
          <Facilitator
            // biome-ignore lint/suspicious/noArrayIndexKey: a place in the team has nothing else
            key={place}
            name={`${name}.f${place}`}
            label={`Fasilitator ${place + 1} untuk ${row.name}`}
            initial={row.team[place] ?? ""}
            options={facilitators}
          />
        ))}
      </div>
      {notices && (
        <ul className="mt-2 text-sm text-soon lg:pl-8">
          {notices.split("\n").map((notice) => (
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
    <div className={wide ? "col-span-2 lg:col-span-1" : ""}>
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

type FacilitatorProps = { name: string; label: string; initial: string; options: readonly Option[] };

function Facilitator({ name, label, initial, options }: FacilitatorProps) {
  const { value } = useFieldState(name, initial);
  const groups = useMemo(() => [{ label: "Fasilitator", choices: options }], [options]);
  return <ChoiceBox key={value} {...{ name, label, initial, groups }} empty="Tanpa fasilitator" isLabelHidden />;
}
