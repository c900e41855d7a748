import type { OfficeCell, ToldFigure } from "@/lib/figures/office-reads";

export type ShownFigure = { value: number; by: string; isDiffering: boolean };

/** The figure shown for a month: the sum of the desa, else the puskesmas's own, else the one entered first. */
export function shownFigure(cell: OfficeCell, puskesmasId: string): ShownFigure | null {
  const values = new Set([...(cell.villages ? [cell.villages.value] : []), ...cell.told.map(({ value }) => value)]);
  const isDiffering = values.size > 1;
  if (cell.villages) return { value: cell.villages.value, by: "jumlah desa", isDiffering };
  const own = cell.told.find(({ sourceId }) => sourceId === puskesmasId);
  const [told] = own ? [own] : cell.told;
  return told ? { value: told.value, by: told.source, isDiffering } : null;
}

export function ownFigure(cell: OfficeCell, organisationId: string): ToldFigure | undefined {
  return cell.told.find(({ sourceId }) => sourceId === organisationId);
}
