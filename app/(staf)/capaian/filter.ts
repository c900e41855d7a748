import { type Actor, isPuskesmas } from "@/lib/actor";
import { isId } from "@/lib/db";
import type { Moment } from "@/lib/figures/months";
import { findReportedSpan } from "@/lib/pws/pws";
import { dayOf } from "@/lib/time";
import { type Query, queryChoice, queryText, withQuery } from "@/lib/web/query";

const spans = ["12", "24", "36"] as const;

export type PwsFilter = Moment & {
  puskesmasId: string;
  topic: string | undefined;
  /** Months of the trend lines. */
  span: number;
  /** The first year to choose from. */
  firstYear: number;
  lastYear: number;
};

/** What the address asks for: the last month reported where it names none; null where a Dinkes chose no puskesmas. */
export async function pwsFilterOf(actor: Actor, query: Awaited<Query>): Promise<PwsFilter | null> {
  const asked = queryText(query.puskesmas);
  const puskesmasId = isPuskesmas(actor) && !isId(asked) ? actor.organisation.id : asked;
  if (!isId(puskesmasId)) return null;
  const now = new Date();
  const today = dayOf(now, actor.organisation.timeZone);
  const thisYear = Number(today.slice(0, 4));
  const reported = await findReportedSpan(actor, puskesmasId, now);
  const last = reported?.last ?? { year: thisYear, month: Number(today.slice(5, 7)) };
  const year = numberOf(query.tahun, 2000, 2100) ?? last.year;
  const month = numberOf(query.bulan, 1, 12) ?? (year === last.year ? last.month : 12);
  return {
    puskesmasId,
    year,
    month,
    topic: queryText(query.topik) || undefined,
    span: Number(queryChoice(query.garis, spans) ?? 12),
    firstYear: Math.min(reported?.first ?? thisYear, year),
    lastYear: Math.max(thisYear, last.year, year),
  };
}

function numberOf(value: string | string[] | undefined, min: number, max: number): number | undefined {
  const text = queryText(value);
  const number = Number(text);
  return /^\d{1,4}$/.test(text) && number >= min && number <= max ? number : undefined;
}

/** An address below /capaian that stays in the same month and puskesmas. */
export function pwsAddress(
  actor: Actor,
  path: string,
  filter: PwsFilter,
  more: Record<string, string | undefined> = {},
) {
  return withQuery(path, {
    tahun: filter.year,
    bulan: filter.month,
    puskesmas: isPuskesmas(actor) ? undefined : filter.puskesmasId,
    garis: filter.span === 12 ? undefined : filter.span,
    ...more,
  });
}
