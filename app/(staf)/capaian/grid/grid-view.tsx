import { ScrollBox } from "@/components/scroll-box";
import type { Grid } from "@/lib/figures/grid";
import { rowsOf } from "./grid-table";

/** The same table for readers. */
export function GridView({ grid, corner }: { grid: Grid; corner: string }) {
  let start = 0;
  return grid.blocks.map(({ title, columns }) => {
    const first = start;
    start += columns.length;
    return (
      <section key={columns[0]?.key ?? title} className="mb-6">
        {title && <h2 className="mb-2">{title}</h2>}
        <ScrollBox label={title ?? "Tabel angka"} className="rounded-md border border-line">
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="sticky left-0 bg-sunken">
                  {corner}
                </th>
                {columns.map(({ key, label, hint }) => (
                  <th key={key} scope="col" className="min-w-16 bg-sunken">
                    {label}
                    {hint && !hint.startsWith(label) && (
                      <span className="block text-xs font-normal text-muted">{hint}</span>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsOf(grid, first, columns.length).map(({ row, r }) => (
                <tr key={row.key}>
                  <th scope="row" className="sticky left-0 min-w-28 bg-surface">
                    {row.label}
                    {row.hint && <span className="block text-xs text-muted">{row.hint}</span>}
                  </th>
                  {columns.map(({ key }, offset) => (
                    <td key={key} className="number">
                      {grid.cells[r]?.[first + offset]?.text || <span className="text-muted">–</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </section>
    );
  });
}
