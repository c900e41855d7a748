"use client";

import { useRef } from "react";
import { ChooseAll } from "@/components/form/choose-all";
import { useFieldState, useTypedCheck } from "@/components/form/form-context";
import { HiddenField } from "@/components/form/hidden-field";
import { useColumnKeys } from "@/components/form/use-column-keys";

export type OfficeRow = { district: string; place: string; name: string };

/** A puskesmas for each kecamatan, with its name and who signs in first. */
export function OfficeGrid({ rows }: { rows: readonly OfficeRow[] }) {
  const grid = useRef<HTMLDivElement>(null);
  const keys = useColumnKeys(grid);
  return (
    <div ref={grid} {...keys}>
      <ChooseAll list={grid} noun="puskesmas" />
      <ul className="border-t border-line">
        {rows.map((row, index) => (
          <Row key={row.district} row={row} index={index} />
        ))}
      </ul>
    </div>
  );
}

function Row({ row: { district, place, name }, index }: { row: OfficeRow; index: number }) {
  const isChosen = useTypedCheck(`rows.${index}.chosen`, true);
  return (
    <li data-row className="grid gap-x-3 gap-y-1 border-b border-line py-2 md:grid-cols-4 md:items-center">
      <HiddenField name={`rows.${index}.district`} initial={district} />
      <label className="flex min-h-11 items-center gap-3 md:min-h-8">
        <input
          key={String(isChosen)}
          type="checkbox"
          name={`rows.${index}.chosen`}
          value="ya"
          defaultChecked={isChosen}
          className="size-5 shrink-0 accent-accent"
        />
        <span>{place}</span>
      </label>
      <Cell name={`rows.${index}.name`} label={`Nama puskesmas, ${place}`} initial={name} />
      <Cell name={`rows.${index}.adminName`} label={`Nama admin, ${place}`} hint="Nama admin" />
      <Cell name={`rows.${index}.adminEmail`} label={`Email admin, ${place}`} hint="Email admin" type="email" />
    </li>
  );
}

type CellProps = { name: string; label: string; initial?: string; hint?: string; type?: "email" };

function Cell({ name, label, initial, hint, type }: CellProps) {
  const { id, value, error } = useFieldState(name, initial);
  return (
    <div>
      {error && (
        <p id={`${id}-error`} className="text-sm font-semibold text-late">
          {error}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={type ?? "text"}
        defaultValue={value}
        placeholder={hint}
        autoComplete="off"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className="input"
      />
    </div>
  );
}
