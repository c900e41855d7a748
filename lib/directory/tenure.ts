import { type Actor, type Refusal, refuse } from "@/lib/actor";
import { dayOf, formatDayLong, toInstant } from "@/lib/time";

type Term = { since: Date | null; until: Date | null };

/**
 * The instant a holder's term begins: now where the day is today, else the day's start; null where no day is given.
 * @param notBefore the end of the former holder's term, or the beginning of it
 */
export function startOf(
  actor: Actor,
  day: string | null,
  notBefore: Date | null = null,
): { ok: true; since: Date | null } | Refusal {
  if (!day) return { ok: true, since: null };
  const { timeZone } = actor.organisation;
  const now = new Date();
  const today = dayOf(now, timeZone);
  if (day > today) return refuse("Tanggal mulai menjabat paling lambat hari ini", "since");
  const since = day === today ? now : toInstant(day, "00:00", timeZone);
  if (notBefore && dayOf(since, timeZone) < dayOf(notBefore, timeZone)) {
    return refuse(
      `Tanggal mulai menjabat tidak boleh sebelum ${formatDayLong(dayOf(notBefore, timeZone))}, menurut catatan pejabat sebelumnya`,
      "since",
    );
  }
  return { ok: true, since: notBefore && since < notBefore ? notBefore : since };
}

export function endOfDayOf({ startsAt, timeZone }: { startsAt: Date; timeZone: string }): Date {
  return toInstant(dayOf(startsAt, timeZone), "23:59", timeZone);
}

export function runningAt(at: Date) {
  return {
    OR: [{ since: null }, { since: { lte: at } }],
    AND: [{ OR: [{ until: null }, { until: { gt: at } }] }],
  };
}

export function isRunningAt({ since, until }: Term, at: Date): boolean {
  return (!since || since <= at) && (!until || until > at);
}

/** Of terms that may have run at the instant: the known one that began last, else the first that ended. */
export function holderAmong<T extends Term>(running: readonly T[]): T | null {
  const end = ({ until }: Term) => until?.getTime() ?? Number.POSITIVE_INFINITY;
  const begin = ({ since }: Term) => since?.getTime() ?? Number.NEGATIVE_INFINITY;
  const [holder = null] = [...running].sort((one, other) =>
    begin(one) === begin(other) ? (end(one) < end(other) ? -1 : 1) : begin(other) > begin(one) ? 1 : -1,
  );
  return holder;
}
