import type { Actor } from "@/lib/actor";
import { listPossibleMembers, listProgrammeIndicators } from "@/lib/programmes/reads";
import type { IndicatorValues } from "./programme-form";

/** What the form of a programme offers: who can take part, and the indicators there are. */
export async function formChoices(actor: Actor) {
  const [members, indicators] = await Promise.all([listPossibleMembers(actor), listProgrammeIndicators(actor)]);
  const optionsOf = (kind: "PUSKESMAS" | "HOSPITAL") =>
    members
      .filter((member) => member.kind === kind)
      .map(({ id, name, area }) => ({ value: id, label: name, hint: area.name }));
  return {
    puskesmas: optionsOf("PUSKESMAS"),
    hospitals: optionsOf("HOSPITAL"),
    indicators: indicators.map(({ id, name }) => ({ value: id, label: name })),
  };
}

const emptyRow: IndicatorValues = { indicatorId: null, name: null, baseline: null, target: null, unit: null };
const fewest = 3;

/** The rows there are and some to write into. */
export function withEmptyRows(rows: readonly IndicatorValues[]): IndicatorValues[] {
  const more = Math.max(fewest - rows.length, 1);
  return [...rows, ...Array.from({ length: more }, () => emptyRow)];
}
