"use client";

import { useRef } from "react";
import { ChooseAll } from "@/components/form/choose-all";
import { GridCell, RowBox } from "@/components/form/grid-cell";
import { useCellKeys } from "@/components/form/use-cell-keys";

export type GridRow = { index: number; key: string; title: string; place: string; isNew: boolean };
export type GridGroup = { id: string; title: string; rows: readonly GridRow[] };

/** Seats with a place for a name and a number each; lists copied from Excel or Word are pasted down a column. */
export function SeatGrid({ groups }: { groups: readonly GridGroup[] }) {
  const grid = useRef<HTMLDivElement>(null);
  const keys = useCellKeys({ atEnd: stay });
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

/** Names are looked through once more before they are taken. */
const stay = () => {};

/** On a desk the columns have heads. */
const hidden = "md:placeholder:text-transparent";
const columns = "gap-x-3 gap-y-1 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_12rem] md:items-center";

function SeatRow({ row: { index, key, title, place, isNew } }: { row: GridRow }) {
  const words = `${title}, ${place}`;
  return (
    <li data-row className={`grid border-b border-line py-2 ${columns}`}>
      <input type="hidden" name={`rows.${index}.key`} value={key} />
      {isNew ? (
        <RowBox name={`rows.${index}.chosen`} isProposed={isNew}>
          <SeatWords title={title} place={place} />
        </RowBox>
      ) : (
        <p className="pl-8">
          <SeatWords title={title} place={place} />
        </p>
      )}
      <GridCell name={`rows.${index}.name`} label={`Nama ${words}`} hint="Nama pejabat" className={hidden} />
      <GridCell
        name={`rows.${index}.phone`}
        label={`Nomor HP ${words}`}
        hint="Nomor HP"
        type="tel"
        className={hidden}
      />
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
