import { ScrollBox } from "@/components/scroll-box";
import { type QuarterRow, quarterLabel, quarterWords } from "@/lib/follow-up/quarters";
import { formatDayShort } from "@/lib/time";

/** One line per quarter since the agreement: where the row stood, until when, who said so, with what evidence. */
export function ItemQuarters({ rows }: { rows: readonly QuarterRow[] }) {
  return (
    <section aria-labelledby="triwulan">
      <h3 id="triwulan" className="mb-2 text-lg">
        Status per triwulan
      </h3>
      <ScrollBox label="Tabel status per triwulan">
        <table className="table min-w-120">
          <thead>
            <tr>
              <th scope="col">Triwulan</th>
              <th scope="col">Status terakhir</th>
              <th scope="col">Batas waktu</th>
              <th scope="col">Pelapor dan bukti</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={quarterLabel(row)}>
                <th scope="row" className="whitespace-nowrap">
                  {quarterLabel(row)}
                </th>
                <td className={`min-w-36 ${row.last ? "" : "text-muted"}`}>{quarterWords(row)}</td>
                <td className="whitespace-nowrap">{formatDayShort(row.deadline)}</td>
                <td>
                  {row.last && (
                    <>
                      {row.last.reporter}
                      {row.last.photos > 0 && `, ${row.last.photos} bukti`}
                      {row.last.note && <span className="line-clamp-3 text-muted">{row.last.note}</span>}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
