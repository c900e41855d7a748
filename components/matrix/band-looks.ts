import type { Band } from "@/lib/area-maps/figures";

/** Fill of the area and of what is written on it; the letter says it without colour. */
export const bandFills: Record<Band, { area: string; words: string }> = {
  A: { area: "fill-done", words: "fill-surface" },
  B: { area: "fill-done-soft", words: "fill-done" },
  C: { area: "fill-soon-soft", words: "fill-soon" },
  D: { area: "fill-late-soft", words: "fill-late" },
};

export const noFigure = { area: "fill-sunken", words: "fill-muted" };
