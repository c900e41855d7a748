import type { Actor } from "@/lib/actor";
import { isId } from "@/lib/db";
import type { Moment } from "@/lib/figures/months";
import { findReportedSpan } from "@/lib/pws/pws";
import { dayOf, toInstant } from "@/lib/time";

/** "<puskesmasId>:<rest>" */
export function splitSubject(subjectId: string): [puskesmasId: string, rest: string] {
  const [puskesmasId = "", rest = "", ...more] = subjectId.split(":");
  // One paper has one name: what is kept of it is found by it.
  return more.length > 0 ? ["", ""] : [puskesmasId, rest];
}

/** The month an address names, else the last one that was reported. */
export async function momentOf(
  actor: Actor,
  puskesmasId: string,
  { tahun, bulan }: Record<string, string>,
): Promise<Moment> {
  const now = new Date();
  const reported = isId(puskesmasId) ? await findReportedSpan(actor, puskesmasId, now) : null;
  const today = dayOf(now, actor.organisation.timeZone);
  const last = reported?.last ?? { year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) };
  const year = numberWithin(tahun, 2000, 2100) ?? last.year;
  return { year, month: numberWithin(bulan, 1, 12) ?? (year === last.year ? last.month : 12) };
}

/** The end of a month's last day: whose head signs its figures. */
export function endOfMonth({ year, month }: Moment, timeZone: string): Date {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const start = toInstant(`${next.year}-${String(next.month).padStart(2, "0")}-01`, "00:00", timeZone);
  return new Date(start.getTime() - 60_000);
}

export function numberWithin(text: string | undefined, min: number, max: number): number | null {
  const number = Number(text);
  return text && /^\d{1,4}$/.test(text) && number >= min && number <= max ? number : null;
}
