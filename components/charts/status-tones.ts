import type { Status } from "@/lib/pws/achievement";

/** Tints of the four states in a cell; letter and shape are written in it. */
export const statusCells: Record<Status, string> = {
  baik: "status status-baik",
  cukup: "status status-cukup",
  kurang: "status status-kurang",
  jelek: "status status-jelek",
};

export const statusFills: Record<Status, string> = {
  baik: "fill-baik",
  cukup: "fill-cukup",
  kurang: "fill-kurang",
  jelek: "fill-jelek",
};
