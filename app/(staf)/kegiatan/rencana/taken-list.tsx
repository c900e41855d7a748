import Link from "next/link";
import { MeetingStatusBadge } from "@/components/meeting-status";
import type { TakenPeriod } from "@/lib/meetings/year-plan-reads";
import { dayOf, formatDay } from "@/lib/time";

/** Periods that have their Lokmin: they are left out of the proposal. */
export function TakenList({ taken }: { taken: readonly TakenPeriod[] }) {
  if (taken.length === 0) return null;
  return (
    <details className="mb-8 rounded-md border border-line px-4" open={taken.length <= 4}>
      <summary className="min-h-11 content-center font-semibold">
        {taken.length} Lokmin sudah ada dan tidak diusulkan lagi
      </summary>
      <ul className="pb-3">
        {taken.map((meeting) => (
          <li
            key={meeting.key}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2"
          >
            <span>
              <Link href={`/kegiatan/${meeting.id}`} prefetch={false} className="link">
                {meeting.title}
              </Link>
              <span className="block text-sm text-muted">{formatDay(dayOf(meeting.startsAt, meeting.timeZone))}</span>
            </span>
            <MeetingStatusBadge status={meeting.status} />
          </li>
        ))}
      </ul>
    </details>
  );
}
