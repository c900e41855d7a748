import type { Block, Cell, Column } from "@/lib/papers/model";
import { fitted, fittedText, linesOf, type Room } from "@/lib/papers/render/fitting";
import type { FindPicture } from "@/lib/papers/render/picture-files";
import { type Sheet, tableSize } from "@/lib/papers/render/sheet";
import { headRows } from "@/lib/papers/table-head";

type Table = Extract<Block, { type: "table" }>;

const insetMillimetres = 2.6;
const lineMillimetres = 0.55;
// A row that fills more than this of a page may be cut, as it would else run off the sheet.
const longestWhole = 0.6;

export function tableData(table: Table, sheet: Sheet, find: FindPicture): object {
  const { columns, rows, numbered = false, rowHeight } = table;
  const size = tableSize(columns.length);
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / whole) * sheet.textWidth - insetMillimetres);
  const roomAt = (place: number, span = 1): Room => ({
    size,
    width: widths.slice(place, place + span).reduce((sum, width) => sum + width + insetMillimetres, -insetMillimetres),
  });
  return {
    type: "table",
    size,
    numbered,
    rowHeight: rowHeight ?? null,
    columns: columns.map(({ width, type }) => ({ width, kind: type ?? "text" })),
    head: headRows(columns).map((cells) =>
      cells.map((cell) => ({ ...cell, text: fitted(cell.text, roomAt(cell.place, cell.columns)) })),
    ),
    rows: rows.map((row) => rowData(row, { columns, sheet, find, roomAt })),
  };
}

type Context = {
  columns: readonly Column[];
  sheet: Sheet;
  find: FindPicture;
  roomAt: (place: number, span?: number) => Room;
};

function rowData(row: readonly Cell[], { columns, sheet, find, roomAt }: Context) {
  let place = 0;
  let lines = 1;
  const cells = row.map((cell) => {
    const { text, picture, span = 1, bold = false, align } = typeof cell === "string" ? { text: cell } : cell;
    const column = columns[place];
    const isSignature = column?.type === "signature";
    const room = roomAt(place, span);
    lines = Math.max(lines, linesOf(text, room));
    const data = {
      column: place,
      span,
      bold,
      align: align ?? column?.align ?? (column?.type === "number" ? "right" : "left"),
      text: isSignature ? text : fittedText(text, room),
      picture: find(picture),
    };
    place += span;
    return data;
  });
  const height = lines * roomAt(0).size * lineMillimetres;
  return { cells, breakable: height > sheet.textHeight * longestWhole };
}
