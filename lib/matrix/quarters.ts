import { type Cell, type MatrixRow, noPlan, type PlanCounts } from "@/lib/matrix/rows";
import { periods } from "@/lib/matrix/states";
import { quarterOfPeriod } from "@/lib/meetings/rules";

export type QuarterShare = { quarter: number; part: number; whole: number };

const quarters = [1, 2, 3, 4] as const;

export function heldInTime(rows: readonly MatrixRow[]): QuarterShare[] {
  const places = periods.map((period, place) => ({ place, quarter: quarterOfPeriod(period) }));
  return quarters.map((quarter) => {
    const cells = places
      .filter((one) => one.quarter === quarter)
      .flatMap(({ place }) => rows.flatMap((row) => row.cells[place] ?? []));
    const sum = (key: keyof Pick<Cell, "inTime" | "due">) => cells.reduce((total, cell) => total + cell[key], 0);
    return { quarter, part: sum("inTime"), whole: sum("due") };
  });
}

export function doneInTime(rows: readonly MatrixRow[]): QuarterShare[] {
  return quarters.map((quarter) => {
    const sum = rows.reduce((total, row) => addPlan(total, row.plan[quarter - 1] ?? noPlan), noPlan);
    return { quarter, part: sum.inTime, whole: sum.inTime + sum.late + sum.overdue };
  });
}

function addPlan(one: PlanCounts, other: PlanCounts): PlanCounts {
  return {
    inTime: one.inTime + other.inTime,
    late: one.late + other.late,
    overdue: one.overdue + other.overdue,
    pending: one.pending + other.pending,
  };
}

export function lastTwo(shares: readonly QuarterShare[]): [QuarterShare | null, QuarterShare | null] {
  const told = shares.filter(({ whole }) => whole > 0);
  return [told.at(-1) ?? null, told.at(-2) ?? null];
}
