import Link from "next/link";
import type { RowLevel } from "@/lib/matrix/office";
import { rowNames } from "@/lib/matrix/readings";
import type { Cell, MatrixRow } from "@/lib/matrix/rows";

type Props = { rows: readonly MatrixRow[]; of: number; level: RowLevel; year: number };

/** Those that lag most, each with what is missing; a short form of the matrix. */
export function LaggingList({ rows, of, level, year }: Props) {
  const noun = rowNames[level];
  return (
    <div className="overflow-x-auto">
      <table className="table min-w-120">
        <caption className="mb-1 text-left text-sm text-muted">
          {rows.length < of ? `${rows.length} dari ${of} ${noun.toLowerCase()}, yang` : "Yang"} paling tertinggal di
          atas
        </caption>
        <thead>
          <tr>
            <th scope="col">{noun}</th>
            {["Lokmin terlaksana", "Terlewat", "Laporan terlambat", "RTL terlambat"].map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={hrefOf(row, level, year)} prefetch={false} className="link">
                  {row.name}
                </Link>
              </th>
              <td className="number">
                {sum(row, "held")} dari {sum(row, "due")}
              </td>
              {[sum(row, "due") - sum(row, "held"), sum(row, "reportOverdue"), row.overdue].map((count, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={place} className={`number ${count > 0 ? "font-semibold text-late" : ""}`}>
                  {count.toLocaleString("id-ID")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function hrefOf({ id }: MatrixRow, level: RowLevel, year: number): string {
  return level === "puskesmas" ? `/kegiatan?puskesmas=${id}&tahun=${year}` : `/matriks?wilayah=${id}&tahun=${year}`;
}

function sum({ cells }: MatrixRow, key: keyof Pick<Cell, "held" | "due" | "reportOverdue">): number {
  return cells.reduce((total, cell) => total + cell[key], 0);
}
