import { type Actor, isPuskesmas, isPuskesmasWriter } from "@/lib/actor";
import type { IndicatorForm } from "@/prisma/generated/enums";

export type IndicatorKind = { form: IndicatorForm; isCumulative: boolean };

export function usesDenominator({ form }: Pick<IndicatorKind, "form">): boolean {
  return form === "COVERAGE";
}

export function takesMonthlyDenominator({ form, isCumulative }: IndicatorKind): boolean {
  return form === "COVERAGE" && !isCumulative;
}

export function canDefineIndicators(actor: Actor): boolean {
  return isPuskesmas(actor)
    ? isPuskesmasWriter(actor)
    : actor.organisation.kind === "DISTRICT_DINKES" && actor.role === "DINKES_ADMIN";
}

export function canChangeIndicator(actor: Actor, indicator: { organisationId: string }): boolean {
  return canDefineIndicators(actor) && indicator.organisationId === actor.organisation.id;
}

export function canWriteFigures(actor: Actor): boolean {
  return isPuskesmas(actor) && isPuskesmasWriter(actor);
}

export const years = { first: 2000, last: 2100 };

export function isYear(year: number): boolean {
  return Number.isInteger(year) && year >= years.first && year <= years.last;
}
