import Link from "next/link";
import { Badge, type Tone } from "@/components/badge";
import { ScrollBox } from "@/components/scroll-box";
import type { Covered } from "@/lib/programmes/reads";
import { type CoverageState, coverageNames } from "@/lib/programmes/rules";
import { formatDayShort } from "@/lib/time";

export const coverageTones: Record<CoverageState, Tone> = {
  open: "plain",
  planned: "plain",
  missed: "late",
  running: "accent",
  held: "done",
};

/** Who was visited and who is open, with what each visit left. */
export function CoverageTable({ rows }: { rows: readonly Covered[] }) {
  return (
    <ScrollBox label="Cakupan per peserta">
      <table className="table min-w-160">
        <thead>
          <tr>
            <th scope="col">Dikunjungi</th>
            <th scope="col">Status</th>
            <th scope="col">Kunjungan</th>
            <th scope="col" className="number">
              Temuan
            </th>
            <th scope="col" className="number">
              RTL
            </th>
            <th scope="col" className="number">
              Terbuka
            </th>
            <th scope="col" className="number">
              Terlambat
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                <span className="block text-sm font-normal text-muted">{row.district}</span>
              </th>
              <td>
                <Badge tone={coverageTones[row.state]}>{coverageNames[row.state]}</Badge>
              </td>
              <td>
                {row.visits
                  .filter(({ status }) => status !== "CANCELLED")
                  .map((visit) => (
                    <Link
                      key={visit.meetingId}
                      href={`/kegiatan/${visit.meetingId}`}
                      prefetch={false}
                      className="link block whitespace-nowrap"
                    >
                      {formatDayShort(visit.day)}
                    </Link>
                  ))}
                {row.visits.every(({ status }) => status === "CANCELLED") && <span className="text-muted">–</span>}
              </td>
              <td className="number">{row.findings || "–"}</td>
              <td className="number">{row.items || "–"}</td>
              <td className="number">{row.items > 0 ? row.open : "–"}</td>
              <td className={`number ${row.overdue > 0 ? "font-semibold text-late" : ""}`}>
                {row.items > 0 ? row.overdue : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
