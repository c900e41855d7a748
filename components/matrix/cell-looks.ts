import type { CellState } from "@/lib/matrix/states";

/** Tints beside the letters; the letter says it without colour. */
export const cellLooks: Record<CellState, string> = {
  missed: "bg-late-soft text-late",
  before: "text-muted",
  unplanned: "bg-sunken text-muted",
  planned: "bg-accent-soft text-accent-strong",
  running: "bg-soon-soft text-soon",
  held: "ring-1 ring-inset ring-edge text-ink",
  complete: "ring-1 ring-inset ring-done text-done",
  returned: "bg-soon-soft text-soon",
  reported: "bg-done-soft text-done",
  reviewed: "bg-done text-surface",
};

export const lateLook = "bg-late-soft text-late";

/** Of a share from 0 to 1; the figure in the cell says it without colour. */
export function shareLook(share: number | null): string {
  if (share === null) return "bg-sunken text-muted";
  if (share >= 0.995) return "bg-done text-surface";
  if (share >= 0.8) return "bg-done-soft text-done";
  return share >= 0.5 ? "bg-soon-soft text-soon" : "bg-late-soft text-late";
}
