import { emptyTexts, type RowFaults, type RowField } from "@/lib/plan/typed-row";
import type { RowAnswer } from "./use-plan-rows";

const isField = (name: string): name is RowField => Object.hasOwn(emptyTexts, name);

/** What is wrong, each at its cell; what belongs to none is said below the row. */
export function refusedRow(faults: readonly (readonly [field: string, reason: string])[]): RowAnswer {
  const places = faults.map(([name, reason]) => [name.startsWith("responsible") ? "owner" : name, reason] as const);
  const ofCells: RowFaults = {};
  for (const [name, reason] of places) if (isField(name)) ofCells[name] ??= reason;
  const others = places.filter(([name]) => !isField(name)).map(([, reason]) => reason);
  return { ok: false, faults: ofCells, message: others.join(" ") };
}
