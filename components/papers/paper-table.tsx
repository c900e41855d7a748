import { PaperText } from "@/components/papers/paper-text";
import { PaperPicture } from "@/components/papers/picture";
import { ScrollBox } from "@/components/scroll-box";
import type { Block, Cell, Column } from "@/lib/papers/model";
import { headRows } from "@/lib/papers/table-head";

const aligned = { left: "", center: "text-center", right: "text-right", justify: "" } as const;

export function PaperTable({ table }: { table: Extract<Block, { type: "table" }> }) {
  const { columns, rows, caption } = table;
  const [first = [], second] = headRows(columns);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <ScrollBox label={caption} className="paper-wide">
      <table className={`paper-table ${widthClass(columns.length)}`}>
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          {columns.map(({ width }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
            <col key={place} width={`${Math.round((width / whole) * 1000) / 10}%`} />
          ))}
        </colgroup>
        <thead>
          {[first, ...(second ? [second] : [])].map((cells, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second row of the header
            <tr key={line}>
              {cells.map(({ text, columns: span, rows: height }, place) => (
                <th
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
                  key={place}
                  scope={span > 1 ? "colgroup" : "col"}
                  colSpan={span}
                  rowSpan={height}
                >
                  {text}
                </th>
              ))}
            </tr>
          ))}
          {table.numbered && (
            <tr>
              {columns.map(({ head }, place) => (
                <td key={head} className="text-center">
                  {place + 1}
                </td>
              ))}
            </tr>
          )}
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows keep their order
            <tr key={line} className={table.rowHeight ? "paper-row-tall" : ""}>
              {row.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
                <PaperCell key={place} cell={cell} column={columns[place]} isEven={line % 2 === 1} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function widthClass(columns: number): string {
  if (columns > 7) return "paper-table-widest";
  return columns > 4 ? "paper-table-wide" : "";
}

function PaperCell({ cell, column, isEven }: { cell: Cell; column: Column | undefined; isEven: boolean }) {
  if (typeof cell === "string") cell = { text: cell };
  const isSignature = column?.type === "signature";
  const classes = [
    aligned[cell.align ?? column?.align ?? "left"],
    cell.bold ? "font-bold" : "",
    isSignature ? "paper-sign" : "",
    isSignature && isEven ? "paper-sign-right" : "",
  ];
  return (
    <td colSpan={cell.span} className={classes.filter(Boolean).join(" ")}>
      <PaperText text={cell.text} />
      {cell.picture && (
        <PaperPicture picture={cell.picture} className={isSignature ? "paper-signature" : "paper-cell-picture"} />
      )}
    </td>
  );
}
