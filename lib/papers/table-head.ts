import type { Column } from "@/lib/papers/model";

export type HeadCell = { text: string; columns: number; rows: 1 | 2 };

/** The header of a table: one row, or two where columns are under one group. */
export function headRows(columns: readonly Column[]): HeadCell[][] {
  if (!columns.some(({ group }) => group)) return [columns.map(({ head }) => ({ text: head, columns: 1, rows: 1 }))];
  const first: HeadCell[] = [];
  for (const [place, { head, group }] of columns.entries()) {
    const last = first.at(-1);
    if (!group) first.push({ text: head, columns: 1, rows: 2 });
    else if (last && place > 0 && columns[place - 1]?.group === group) last.columns += 1;
    else first.push({ text: group, columns: 1, rows: 1 });
  }
  const second = columns
    .filter(({ group }) => group)
    .map(({ head }): HeadCell => ({ text: head, columns: 1, rows: 1 }));
  return [first, second];
}
