import type { Column } from "@/lib/papers/model";

export type HeadCell = { text: string; place: number; columns: number; rows: 1 | 2 };

/** The header of a table: one row, or two where columns are under one group. */
export function headRows(columns: readonly Column[]): HeadCell[][] {
  const single = ({ head }: Column, place: number): HeadCell => ({ text: head, place, columns: 1, rows: 1 });
  if (!columns.some(({ group }) => group)) return [columns.map(single)];
  const first: HeadCell[] = [];
  for (const [place, column] of columns.entries()) {
    const last = first.at(-1);
    if (!column.group) first.push({ ...single(column, place), rows: 2 });
    else if (last && columns[place - 1]?.group === column.group) last.columns += 1;
    else first.push({ ...single(column, place), text: column.group });
  }
  const second = columns.flatMap((column, place) => (column.group ? [single(column, place)] : []));
  return [first, second];
}
