/** A block of cells as a spreadsheet puts it on the clipboard: tabs between cells, a cell with a line break in quotes. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = "";
  };
  const plain = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === "") isQuoted = true;
    else if (sign === "\t") endCell();
    else if (sign === "\n") {
      endCell();
      rows.push([]);
    } else cell += sign;
  }
  endCell();
  // A spreadsheet ends its last row too.
  if (rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === "") rows.pop();
  return rows;
}

export type Fill = {
  cells: { row: number; column: number; text: string }[];
  /** What of the block found no place. */
  leftOut: { rows: number; columns: number };
};

/** Where the cells of a block go when it is laid down at a cell of a table of the given size. */
export function layBlock(
  block: readonly (readonly string[])[],
  at: { row: number; column: number },
  size: { rows: number; columns: number },
): Fill {
  const room = { rows: size.rows - at.row, columns: size.columns - at.column };
  const width = Math.max(...block.map((row) => row.length));
  const cells = block
    .slice(0, room.rows)
    .flatMap((row, r) =>
      row.slice(0, room.columns).map((text, c) => ({ row: at.row + r, column: at.column + c, text })),
    );
  return {
    cells,
    leftOut: { rows: Math.max(0, block.length - room.rows), columns: Math.max(0, width - room.columns) },
  };
}

/** "3 baris dan 2 kolom terakhir tidak masuk …"; "" where all of it found its place. */
export function leftOutLine({ leftOut }: Fill): string {
  const parts = [
    leftOut.rows > 0 ? `${leftOut.rows} baris` : "",
    leftOut.columns > 0 ? `${leftOut.columns} kolom` : "",
  ].filter(Boolean);
  return parts.length === 0
    ? ""
    : `Yang ditempel lebih besar dari tabel: ${parts.join(" dan ")} terakhir tidak masuk. Periksa apakah tempat awalnya benar.`;
}
