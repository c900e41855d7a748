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
  leftOut: { rows: number; columns: number };
};

/** Rows and columns that headings named; null where the block goes on from where it was pasted. */
type Named = { rows: readonly (number | null)[] | null; columns: readonly (number | null)[] | null };

/** Where the cells of a block go when it is laid down at a cell of a table of the given size. */
export function layBlock(
  block: readonly (readonly string[])[],
  at: { row: number; column: number },
  size: { rows: number; columns: number },
  named: Named = { rows: null, columns: null },
): Fill {
  const width = Math.max(0, ...block.map((row) => row.length));
  const rows = named.rows ?? block.map((_, r) => at.row + r);
  const columns = named.columns ?? Array.from({ length: width }, (_, c) => at.column + c);
  const isIn = (place: number | null | undefined, most: number): place is number =>
    place !== null && place !== undefined && place < most;
  const cells = block.flatMap((texts, r) =>
    texts.flatMap((text, c) => {
      const [row, column] = [rows[r], columns[c]];
      return isIn(row, size.rows) && isIn(column, size.columns) ? [{ row, column, text }] : [];
    }),
  );
  const leftOut = (places: readonly (number | null)[], most: number) =>
    places.filter((place) => place !== null && place >= most).length;
  return { cells, leftOut: { rows: leftOut(rows, size.rows), columns: leftOut(columns, size.columns) } };
}

export function leftOutLine({ leftOut }: Fill): string {
  const parts = [
    leftOut.rows > 0 ? `${leftOut.rows} baris` : "",
    leftOut.columns > 0 ? `${leftOut.columns} kolom` : "",
  ].filter(Boolean);
  return parts.length === 0
    ? ""
    : `Yang ditempel lebih besar dari tabel: ${parts.join(" dan ")} terakhir tidak masuk. Periksa apakah tempat awalnya benar.`;
}
