import type { Status } from "@/lib/pws/achievement";

/** Tints of the four states; letter or word stand beside them. */
export const statusCells: Record<Status, string> = {
  baik: "bg-done-soft text-done",
  cukup: "bg-accent-soft text-accent-strong",
  kurang: "bg-soon-soft text-soon",
  jelek: "bg-late-soft text-late",
};

export const statusFills: Record<Status, string> = {
  baik: "fill-done",
  cukup: "fill-accent",
  kurang: "fill-soon",
  jelek: "fill-late",
};

export const statusTones = { baik: "done", cukup: "accent", kurang: "soon", jelek: "late" } as const;
