import type { Achievement } from "@/lib/pws/achievement";
import type { OfficeRow } from "@/lib/pws/offices";

type Cells = readonly (Pick<Achievement, "isReached"> | null)[];

export function reachedOf(cells: Cells): { reached: number; judged: number } {
  const judged = cells.filter((cell) => cell !== null && cell.isReached !== null);
  return { reached: judged.filter((cell) => cell?.isReached === true).length, judged: judged.length };
}

export function reachedShare(cells: Cells): number | null {
  const { reached, judged } = reachedOf(cells);
  return judged === 0 ? null : reached / judged;
}

/** How far a row is from the target of one indicator, the farthest behind first; unknown last. */
function gapOrder(row: OfficeRow, place: number, lowerIsBetter: boolean): number {
  const gap = row.cells[place]?.gap ?? null;
  if (gap === null) return Infinity;
  return lowerIsBetter ? -gap : gap;
}

type Sorted = { rows: readonly OfficeRow[]; indicators: readonly { id: string; lowerIsBetter: boolean }[] };

/** @param by an indicator's id, "nama", or anything else: who reached least first */
export function sortOffices({ rows, indicators }: Sorted, by: string): OfficeRow[] {
  const byName = (one: OfficeRow, other: OfficeRow) => one.name.localeCompare(other.name, "id", { numeric: true });
  if (by === "nama") return rows.toSorted(byName);
  const place = indicators.findIndex(({ id }) => id === by);
  const order = (row: OfficeRow) =>
    place < 0 ? (reachedShare(row.cells) ?? Infinity) : gapOrder(row, place, indicators[place]?.lowerIsBetter === true);
  return rows.toSorted((one, other) => {
    const [left, right] = [order(one), order(other)];
    return left === right ? byName(one, other) : left - right;
  });
}
