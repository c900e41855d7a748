import { columnName, type Grid, type GridState, placeOf } from "@/lib/figures/grid";
import { GridCellField } from "./grid-cell";

type Props = {
  grid: Grid;
  corner: string;
  state: GridState;
  /** By field name: what the script found at once; "" where what was wrong is mended. */
  faults: Readonly<Record<string, string>>;
  isSaving: boolean;
};

/** The blocks of a grid, each a table in its own scroll box, with a field in every cell. */
export function GridTable({ grid, corner, state, faults, isSaving }: Props) {
  let start = 0;
  return grid.blocks.map(({ title, columns }) => {
    const first = start;
    start += columns.length;
    return (
      <section key={columns[0]?.key ?? title} className="mb-6">
        {title && <h2 className="mb-2">{title}</h2>}
        <div className="overflow-x-auto rounded-md border border-line">
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="sticky left-0 z-1 bg-sunken">
                  {corner}
                </th>
                {columns.map(({ key, label, hint }) => (
                  <th key={key} scope="col" className="min-w-20 bg-sunken">
                    {label}
                    {hint && hint !== label && !hint.startsWith(label) && (
                      <span className="block text-xs font-normal text-muted">{hint}</span>
                    )}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsOf(grid, first, columns.length).map(({ row, r }) => (
                <tr key={row.key}>
                  <th scope="row" className="sticky left-0 z-1 min-w-28 bg-surface">
                    {row.label}
                    {row.hint && <span className="block text-xs text-muted">{row.hint}</span>}
                  </th>
                  {columns.map((column, offset) => {
                    const cell = grid.cells[r]?.[first + offset];
                    const place = placeOf(row.key, column.key);
                    const name = `c.${r}.${first + offset}`;
                    return (
                      <td key={column.key} className="!p-1">
                        {cell && (
                          <GridCellField
                            name={name}
                            label={`${row.label}, ${columnName(column)}`}
                            text={state.kept[place]?.typed ?? cell.text}
                            fault={faults[name] ?? state.refused[place] ?? ""}
                            theirs={state.conflicts[place]}
                            isSaving={isSaving}
                          />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    );
  });
}

/** Rows with something to fill in among the columns of a block. */
export function rowsOf({ rows, cells }: Grid, first: number, width: number) {
  return rows
    .map((row, r) => ({ row, r }))
    .filter(({ r }) => cells[r]?.slice(first, first + width).some((cell) => cell !== null));
}
