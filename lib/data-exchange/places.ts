import type { UnitTarget } from "@/lib/data-exchange/mapping";
import type { Month } from "@/lib/data-exchange/periods";

export type Place = Pick<UnitTarget, "puskesmasId" | "villageCode"> & { indicatorId: string } & Month;

export function placeKey({ puskesmasId, villageCode, indicatorId, year, month }: Place): string {
  return `${puskesmasId} ${villageCode ?? ""} ${indicatorId} ${year} ${month}`;
}
