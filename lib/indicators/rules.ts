import { type Actor, isDinkes, isPuskesmas, isPuskesmasWriter } from "@/lib/actor";
import type { IndicatorForm } from "@/prisma/generated/enums";

export type IndicatorKind = { form: IndicatorForm; isCumulative: boolean };

export function usesDenominator({ form }: Pick<IndicatorKind, "form">): boolean {
  return form === "COVERAGE";
}

export function takesMonthlyDenominator({ form, isCumulative }: IndicatorKind): boolean {
  return form === "COVERAGE" && !isCumulative;
}

export function canDefineIndicators(actor: Actor): boolean {
  return isPuskesmas(actor) ? isPuskesmasWriter(actor) : isDinkes(actor) && actor.role === "DINKES_ADMIN";
}

export function canChangeIndicator(actor: Actor, indicator: { organisationId: string }): boolean {
  return canDefineIndicators(actor) && indicator.organisationId === actor.organisation.id;
}

export function canWriteFigures(actor: Actor): boolean {
  return isPuskesmas(actor) && isPuskesmasWriter(actor);
}

/** A puskesmas its own; an office above for all puskesmas that have none of their own. */
export function canSetTargets(actor: Actor): boolean {
  return canDefineIndicators(actor);
}

/** Figures of whole puskesmas: its own, or those of the puskesmas below the office. */
export function canEnterForPuskesmas(actor: Actor): boolean {
  return canDefineIndicators(actor);
}

export const years = { first: 2000, last: 2100 };

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= years.first && year <= years.last;
}

/** Of rows of several offices the one nearest to the end of the path: an office's own goes before those above. */
export function nearestOf<T extends { organisationId: string }>(
  rows: readonly T[],
  pathIds: readonly string[],
): T | undefined {
  return [...rows].sort((one, other) => pathIds.indexOf(other.organisationId) - pathIds.indexOf(one.organisationId))[0];
}
