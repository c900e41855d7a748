"use client";

import { useRef } from "react";
import { ChooseAll } from "@/components/form/choose-all";
import { useFieldState, useTypedCheck } from "@/components/form/form-context";
import { useColumnKeys } from "@/components/form/use-column-keys";

export type GridRow = { index: number; key: string; title: string; place: string; isNew: boolean };
export type GridGroup = { id: string; title: string; rows: readonly GridRow[] };

/** Seats with a place for a name and a number each; lists copied from Excel or Word are pasted down a column. */
export function SeatGrid({ groups }: { groups: readonly GridGroup[] }) {
  const grid = useRef<HTMLDivElement>(null);
  const keys = useColumnKeys(grid);
  return (
    <div ref={grid} className="flex flex-col gap-7" {...keys}>
      <ChooseAll list={grid} noun="usulan" />
      {groups.map(({ id, title, rows }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} className="mb-1">
            {title}
          </h2>
          <div aria-hidden="true" className={`hidden text-sm text-muted md:grid ${columns}`}>
            <span>Jabatan</span>
            <span>Nama pejabat</span>
            <span>Nomor HP</span>
          </div>
          <ul className="border-t border-line">
            {rows.map((row) => (
              <SeatRow key={row.key} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const columns = "gap-x-3 gap-y-1 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_12rem] md:items-center";

function SeatRow({ row: { index, key, title, place, isNew } }: { row: GridRow }) {
  const isChosen = useTypedCheck(`rows.${index}.chosen`, isNew);
  const words = `${title}, ${place}`;
  return (
    <li data-row className={`grid border-b border-line py-2 ${columns}`}>
      <input type="hidden" name={`rows.${index}.key`} value={key} />
      {isNew ? (
        <label className="flex min-h-11 items-center gap-3 md:min-h-8">
          <input
            key={String(isChosen)}
            type="checkbox"
            name={`rows.${index}.chosen`}
            value="ya"
            defaultChecked={isChosen}
            className="size-5 shrink-0 accent-accent"
          />
          <SeatWords title={title} place={place} />
        </label>
      ) : (
        <p className="pl-8">
          <SeatWords title={title} place={place} />
        </p>
      )}
      <Cell name={`rows.${index}.name`} label={`Nama ${words}`} hint="Nama pejabat" />
      <Cell name={`rows.${index}.phone`} label={`Nomor HP ${words}`} hint="Nomor HP" type="tel" />
    </li>
  );
}

function SeatWords({ title, place }: { title: string; place: string }) {
  return (
    <span>
      <span className="font-semibold">{title}</span> <span className="text-sm text-muted">{place}</span>
    </span>
  );
}

type CellProps = { name: string; label: string; hint: string; type?: "tel" };

function Cell({ name, label, hint, type }: CellProps) {
  const { id, value, error } = useFieldState(name, null);
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
        autoComplete="off"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        placeholder={hint}
        className="input md:placeholder:text-transparent"
      />
    </div>
  );
}
