import type { UnitTarget } from "@/lib/data-exchange/mapping";
import type { Month } from "@/lib/data-exchange/periods";

/** Where one figure is kept: of a desa, or of a whole puskesmas. */
export type Place = Pick<UnitTarget, "puskesmasId" | "villageCode"> & { indicatorId: string } & Month;

export function placeKey({ puskesmasId, villageCode, indicatorId, year, month }: Place): string {
  return `${puskesmasId} ${villageCode ?? ""} ${indicatorId} ${year} ${month}`;
}
