import Link from "next/link";
import { type MapFigure, mapFigure, mapFigureNames } from "@/lib/area-maps/figures";
import type { RowLevel } from "@/lib/matrix/office";
import { percentWords, rowNames } from "@/lib/matrix/readings";
import type { MatrixRow } from "@/lib/matrix/rows";
import { rowHref } from "./shown-map";

type Props = { rows: readonly MatrixRow[]; figure: MapFigure; level: RowLevel; year: number };

/** The figures behind the map, the lowest first. */
export function FigureTable({ rows, figure, level, year }: Props) {
  const sorted = rows
    .map((row) => ({ row, part: mapFigure([row], figure) }))
    .sort((one, other) => (one.part ?? 2) - (other.part ?? 2));
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center">Angkanya</summary>
      <table className="table max-w-xl">
        <thead>
          <tr>
            <th scope="col">{rowNames[level]}</th>
            <th scope="col" className="number">
              {mapFigureNames[figure]}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ row, part }) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={rowHref(row, level, year)} prefetch={false} className="link">
                  {row.name}
                </Link>
              </th>
              <td className="number">{percentWords(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
