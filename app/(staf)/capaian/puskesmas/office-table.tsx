import { ScrollBox } from "@/components/scroll-box";
import { shownFigure } from "@/lib/figures/office-cells";
import type { OfficeLine } from "@/lib/figures/office-reads";
import { formatNumber } from "@/lib/plan/rules";
import { monthNames } from "@/lib/time";

/** Puskesmas over the months of a year; ≠ where those who told a month told different numbers. */
export function OfficeTable({ lines, caption }: { lines: readonly OfficeLine[]; caption: string }) {
  return (
    <ScrollBox label={caption}>
      <table className="table table-dense">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 bg-ground">
              Puskesmas
            </th>
            {monthNames.map((name) => (
              <th key={name} scope="col" className="text-right">
                <abbr title={name} className="no-underline">
                  {name.slice(0, 3)}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ puskesmas, cells }) => (
            <tr key={puskesmas.id}>
              <th scope="row" className="sticky left-0 bg-ground text-left font-normal">
                {puskesmas.name}
              </th>
              {monthNames.map((name, index) => {
                const cell = cells.find(({ month }) => month === index + 1);
                const shown = cell ? shownFigure(cell, puskesmas.id) : null;
                return (
                  <td
                    key={name}
                    className={`text-right tabular-nums ${shown?.isDiffering ? "bg-soon-soft font-semibold" : ""}`}
                  >
                    {shown ? (
                      <>
                        {formatNumber(shown.value)}
                        {shown.isDiffering && <span title="Sumber lain mengisi angka berbeda"> ≠</span>}
                        {shown.by !== "jumlah desa" && <span className="text-muted"> *</span>}
                      </>
                    ) : (
                      "–"
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
