import { Icon } from "@/components/icon";
import { dayOf, formatDayShort } from "@/lib/time";
import type { Clash } from "@/lib/trainings/clashes";

/** The trainings somebody takes part in at the same hours. */
export function ClashList({ clashes }: { clashes: readonly Clash[] }) {
  return clashes.map(({ meetingId, title, startsAt, timeZone }) => (
    <p key={meetingId} className="flex items-start gap-1 text-sm text-soon">
      <Icon name="alert" className="mt-0.5 size-4 shrink-0" />
      Pada jam yang sama ikut {title}, {formatDayShort(dayOf(startsAt, timeZone))}
    </p>
  ));
}
