import Link from "next/link";
import { PeriodLegend, periodMarks } from "@/components/period-state";
import { periodName } from "@/lib/meetings/rules";
import type { PeriodCell } from "@/lib/meetings/year";
import { periodStateNames } from "@/lib/meetings/year-rules";
import { monthNames } from "@/lib/time";

type Row = { id: string; name: string; cells: readonly PeriodCell[] };

const heads = [...monthNames.map((name) => name.slice(0, 3)), "I", "II", "III", "IV"];

/** Every puskesmas with its twelve months and four quarters. */
export function YearMatrix({ rows, year }: { rows: readonly Row[]; year: number }) {
  return (
    <div className="flex flex-col gap-3">
      <div className="relative overflow-x-auto">
        <table className="table min-w-190">
          <caption className="sr-only">Keadaan Lokmin {year} per puskesmas, 12 bulan dan 4 triwulan</caption>
          <thead>
            <tr>
              <th scope="col">Puskesmas</th>
              {heads.map((head, index) => (
                <th key={head} scope="col" className={index === 12 ? "border-l" : ""}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link href={`/kegiatan?puskesmas=${row.id}&tahun=${year}`} prefetch={false} className="link">
                    {row.name}
                  </Link>
                </th>
                {row.cells.map((cell, index) => (
                  <td key={`${cell.kind}${cell.period}`} className={`px-0.5 ${index === 12 ? "border-l" : ""}`}>
                    <MatrixCell cell={cell} year={year} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PeriodLegend />
    </div>
  );
}

function MatrixCell({ cell, year }: { cell: PeriodCell; year: number }) {
  const { sign, look } = periodMarks[cell.state];
  const box = `block min-w-8 rounded px-1 py-1.5 text-center font-bold no-underline ${look}`;
  const inside = (
    <>
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{`${periodName({ ...cell, year })}: ${periodStateNames[cell.state]}`}</span>
    </>
  );
  return cell.meetingId ? (
    <Link href={`/kegiatan/${cell.meetingId}`} prefetch={false} className={box}>
      {inside}
    </Link>
  ) : (
    <span className={box}>{inside}</span>
  );
}
