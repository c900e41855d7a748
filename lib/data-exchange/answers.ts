import type { Actor } from "@/lib/actor";
import { elementAnswer, type Mapping, readMapping, unitAnswer } from "@/lib/data-exchange/mapping";
import { db } from "@/lib/db";
import { takesMonthlyDenominator } from "@/lib/indicators/rules";

const mostAnswers = 500;

export function elementAnswers({ indicators }: Pick<Mapping, "indicators">) {
  return indicators
    .slice(0, mostAnswers)
    .flatMap((indicator) => [
      { value: elementAnswer({ indicator, part: "NUMERATOR" }), label: indicator.name },
      ...(takesMonthlyDenominator(indicator)
        ? [{ value: elementAnswer({ indicator, part: "DENOMINATOR" }), label: `${indicator.name}: sasaran bulan` }]
        : []),
    ]);
}

export function unitAnswers({ units }: Pick<Mapping, "units">) {
  return units.slice(0, mostAnswers).map((unit) => ({
    value: unitAnswer(unit),
    label: unit.villageCode ? `${unit.name} (${unit.villageCode})` : unit.name,
  }));
}

export async function listAnswers(actor: Actor) {
  const mapping = await readMapping(db, actor, {});
  return { elements: elementAnswers(mapping), units: unitAnswers(mapping) };
}
