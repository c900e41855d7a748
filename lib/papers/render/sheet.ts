import type { PaperSize, Section } from "@/lib/papers/model";

/** Millimetres. Source of the margins: Permendagri on tata naskah dinas, as DOMAIN 2.2 has it. */
export const margins = { left: 30, top: 20, right: 20, bottom: 25 } as const;

const sizes: Record<PaperSize, { short: number; long: number }> = {
  A4: { short: 210, long: 297 },
  F4: { short: 210, long: 330 },
};

export type Sheet = { width: number; height: number; textWidth: number; textHeight: number };

export function sheetOf(size: PaperSize, orientation: Section["orientation"]): Sheet {
  const { short, long } = sizes[size];
  const [width, height] = orientation === "portrait" ? [short, long] : [long, short];
  return {
    width,
    height,
    textWidth: width - margins.left - margins.right,
    textHeight: height - margins.top - margins.bottom,
  };
}

/** Points of the words in a table: many columns are set smaller. */
export function tableSize(columns: number): number {
  return columns > 8 ? 8.5 : columns > 6 ? 9 : 10;
}
