import { type Actor, type Refusal, refuse } from "@/lib/actor";
import { dayOf, formatDayLong, toInstant } from "@/lib/time";

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
