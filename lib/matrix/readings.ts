import type { RowLevel } from "@/lib/matrix/office";

export const rowNames: Record<RowLevel, string> = {
  puskesmas: "Puskesmas",
  kabupaten: "Kabupaten/kota",
  province: "Provinsi",
};

/** Whole percents, never rounded up to what was not reached. */
export function percentWords(part: number | null): string {
  return part === null ? "–" : `${Math.floor(part * 100 + 1e-9)} %`;
}
