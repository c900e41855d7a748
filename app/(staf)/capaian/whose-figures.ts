import type { Actor } from "@/lib/actor";
import { isPuskesmas } from "@/lib/actor";
import { isYear } from "@/lib/indicators/rules";
import { findOfficeView } from "@/lib/organisations/office-view";
import { dayOf } from "@/lib/time";
import { type Query, queryText } from "@/lib/web/query";

type Values = Awaited<Query>;

/** The year and month before today's at the actor's place: what is entered now. */
export function lastMonth(actor: Actor): { year: number; month: number } {
  const today = dayOf(new Date(), actor.organisation.timeZone);
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 };
}

/** The year an address asks for; else the one that is entered now. */
export function yearOf(query: Values, actor: Actor): number {
  const text = queryText(query.tahun);
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return isYear(year) ? year : lastMonth(actor).year;
}

/** Whose figures are shown: the actor's own puskesmas, or the one a Dinkes chose among its own. */
export async function whoseFigures(actor: Actor, query: Values) {
  if (isPuskesmas(actor)) return { puskesmasId: actor.organisation.id, others: [] };
  const { puskesmas: others, puskesmasId } = await findOfficeView(actor, {
    dinkes: queryText(query.dinkes),
    puskesmas: queryText(query.puskesmas),
  });
  const chosen = others.find(({ id }) => id === puskesmasId) ?? others[0];
  return { puskesmasId: chosen?.id ?? null, others };
}
