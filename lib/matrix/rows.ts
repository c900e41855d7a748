import { type CellState, cellStates } from "@/lib/matrix/states";
import type { Sector } from "@/prisma/generated/enums";

export type Cell = {
  /** How many puskesmas are in each state, in the order of `cellStates`. */
  counts: number[];
  held: number;
  inTime: number;
  /** Those whose day has come, or that held it before. */
  due: number;
  /** Reported late, or not yet though it should be. */
  reportLate: number;
  reportOverdue: number;
  meetingId: string | null;
};

export type PlanCounts = { inTime: number; late: number; overdue: number; pending: number };
export type SectorCounts = { invited: number; came: number; represented: number };

export const noPlan: PlanCounts = { inTime: 0, late: 0, overdue: 0, pending: 0 };

export type MatrixRow = {
  id: string;
  name: string;
  areaCode: string;
  puskesmas: number;
  open: number;
  overdue: number;
  ageDays: number;
  oldestOn: Date | null;
  lastActiveAt: Date | null;
  cells: Cell[];
  plan: PlanCounts[];
  attendance: SectorCounts;
};

export type Matrix = {
  rows: MatrixRow[];
  sectors: { quarter: number; sector: Sector; invited: number; came: number; represented: number }[];
  puskesmas: number;
  /** When it was counted, where that was before now; null: never yet. */
  countedAt?: Date | null;
};

export function stateOf(cell: Cell): CellState {
  return cellStates[cell.counts.findIndex((count) => count > 0)] ?? "unplanned";
}

export function isLate(cell: Cell): boolean {
  return cell.reportOverdue > 0 || stateOf(cell) === "missed";
}

export function countFrom(cell: Cell, state: CellState): number {
  const from = cellStates.indexOf(state);
  return cell.counts.reduce((sum, count, place) => (place >= from ? sum + count : sum), 0);
}

/** 0 to 1; null where there is nothing to share. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function planShare(plan: readonly PlanCounts[]): number | null {
  const sum = (key: keyof PlanCounts) => plan.reduce((total, quarter) => total + quarter[key], 0);
  return share(sum("inTime"), sum("inTime") + sum("late") + sum("overdue"));
}

export function attendanceShare({ invited, came, represented }: SectorCounts): number | null {
  return share(came + represented, invited);
}

export function meanAge({ open, ageDays }: Pick<MatrixRow, "open" | "ageDays">): number | null {
  return open === 0 ? null : Math.round(ageDays / open);
}

export function heldShare(cells: readonly Cell[], key: "held" | "inTime" = "held"): number | null {
  const sum = (of: "held" | "inTime" | "due") => cells.reduce((total, cell) => total + cell[of], 0);
  return share(sum(key), sum("due"));
}

/** What is missing, the worse the higher: Lokmin not held, then reports that are overdue, then rows of the plan. */
export function lagOf(row: MatrixRow): number {
  const due = row.cells.reduce((sum, { due: count }) => sum + count, 0);
  const missing = row.cells.reduce((sum, { due: count, held }) => sum + count - held, 0);
  const unreported = row.cells.reduce((sum, { reportOverdue }) => sum + reportOverdue, 0);
  return (share(missing, due) ?? 0) * 1000 + (share(unreported, due) ?? 0) * 10 + Math.min(row.overdue, 1000) / 1000;
}
