"use client";

import { useRef } from "react";
import { ChooseAll } from "@/components/form/choose-all";
import { GridCell, RowBox } from "@/components/form/grid-cell";
import { HiddenField } from "@/components/form/hidden-field";
import { useCellKeys } from "@/components/form/use-cell-keys";

export type OfficeRow = { district: string; place: string; name: string };

/** A puskesmas for each kecamatan, with its name and who signs in first. */
export function OfficeGrid({ rows }: { rows: readonly OfficeRow[] }) {
  const grid = useRef<HTMLDivElement>(null);
  const keys = useCellKeys({ atEnd: stay });
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

/** Names are looked through once more before they are taken. */
const stay = () => {};

function Row({ row: { district, place, name }, index }: { row: OfficeRow; index: number }) {
  return (
    <li data-row className="grid gap-x-3 gap-y-1 border-b border-line py-2 md:grid-cols-4 md:items-center">
      <HiddenField name={`rows.${index}.district`} initial={district} />
      <RowBox name={`rows.${index}.chosen`} isProposed>
        <span>{place}</span>
      </RowBox>
      <GridCell name={`rows.${index}.name`} label={`Nama puskesmas, ${place}`} initial={name} />
      <GridCell name={`rows.${index}.adminName`} label={`Nama admin, ${place}`} hint="Nama admin" />
      <GridCell name={`rows.${index}.adminEmail`} label={`Email admin, ${place}`} hint="Email admin" type="email" />
    </li>
  );
}
