/** Minutes before and after its hours in which people report themselves present in a session. */
const openMinutes = 15;

/** SQL for whether a session takes reports now; two that follow each other do so at once for a while. */
export function isOpenSql(session: string): string {
  return `now() BETWEEN ${session}."startsAt" - interval '${openMinutes} minutes' AND ${session}."endsAt" + interval '${openMinutes} minutes'`;
}

/** SQL for the order among those that are open: the one that runs, then the one that begins next. */
export function nearestFirstSql(session: string): string {
  return `(now() BETWEEN ${session}."startsAt" AND ${session}."endsAt") DESC, ${session}."startsAt" DESC, ${session}.position`;
}

type Hours = { startsAt: Date; endsAt: Date; position: number };

export function openSessionOf<S extends Hours>(sessions: readonly S[], now: Date): S | null {
  const around = openMinutes * 60_000;
  const at = now.getTime();
  const isOpen = ({ startsAt, endsAt }: Hours) => at >= startsAt.getTime() - around && at <= endsAt.getTime() + around;
  const runs = ({ startsAt, endsAt }: Hours) => Number(startsAt <= now && now <= endsAt);
  const [nearest] = sessions
    .filter(isOpen)
    .sort(
      (one, other) =>
        runs(other) - runs(one) || other.startsAt.getTime() - one.startsAt.getTime() || one.position - other.position,
    );
  return nearest ?? null;
}
