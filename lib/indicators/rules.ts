import { type Actor, isPuskesmas, isPuskesmasWriter } from "@/lib/actor";
import type { IndicatorForm } from "@/prisma/generated/enums";

/** What the rules ask of an indicator. */
export type IndicatorKind = { form: IndicatorForm; isCumulative: boolean };

/** Counted against the sasaran of a desa. The target of a COUNT is a number for each desa instead. */
export function usesDenominator({ form }: Pick<IndicatorKind, "form">): boolean {
  return form === "COVERAGE";
}

/** Those looked at differ from month to month, as with balita weighed; left empty, the yearly sasaran stands. */
export function takesMonthlyDenominator({ form, isCumulative }: IndicatorKind): boolean {
  return form === "COVERAGE" && !isCumulative;
}

/** May write definitions of its own organisation: whoever writes at a puskesmas, the admin of a Dinkes kabupaten. */
export function canDefineIndicators(actor: Actor): boolean {
  return isPuskesmas(actor)
    ? isPuskesmasWriter(actor)
    : actor.organisation.kind === "DISTRICT_DINKES" && actor.role === "DINKES_ADMIN";
}

/** A puskesmas uses the definitions of its Dinkes as they are. */
export function canChangeIndicator(actor: Actor, indicator: { organisationId: string }): boolean {
  return canDefineIndicators(actor) && indicator.organisationId === actor.organisation.id;
}

/** Targets, sasaran and values are the puskesmas's own, whoever defined the indicator. */
export function canWriteFigures(actor: Actor): boolean {
  return isPuskesmas(actor) && isPuskesmasWriter(actor);
}

/** The years figures are kept for. */
export const years = { first: 2000, last: 2100 };

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= years.first && year <= years.last;
}
