import Link from "next/link";
import { ScrollBox } from "@/components/scroll-box";
import type { RollUpRow } from "@/lib/programmes/roll-up";

type Props = { title: string; none: string; rows: readonly RollUpRow[]; addressOf: (name: string) => string };

/** Findings and rows of the plan under one heading, each a link to what is behind it. */
export function RollUpTable({ title, none, rows, addressOf }: Props) {
  return (
    <section aria-label={title} className="min-w-0">
      <h2 className="mb-2">{title}</h2>
      <ScrollBox label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{title.replace("Menurut ", "").replace(/^./, (letter) => letter.toUpperCase())}</th>
              <th scope="col" className="number">
                Temuan
              </th>
              <th scope="col" className="number">
                RTL
              </th>
              <th scope="col" className="number">
                Selesai
              </th>
              <th scope="col" className="number">
                Terlambat
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name ?? ""}>
                <th scope="row">
                  {row.name === null ? (
                    <span className="font-normal text-muted">{none}</span>
                  ) : (
                    <Link href={addressOf(row.name)} prefetch={false} className="link">
                      {row.name}
                    </Link>
                  )}
                </th>
                <td className="number">{row.findings || "–"}</td>
                <td className="number">{row.items || "–"}</td>
                <td className="number">{row.items > 0 ? row.done : "–"}</td>
                <td className={`number ${row.overdue > 0 ? "font-semibold text-late" : ""}`}>
                  {row.items > 0 ? row.overdue : "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
