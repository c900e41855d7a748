import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { MeetingStatusBadge } from "@/components/meeting-status";
import type { TakenPeriod } from "@/lib/meetings/year-plan-reads";
import { dayOf, formatDay } from "@/lib/time";
import type { FormAction } from "@/lib/web/form";

type Props = { taken: readonly TakenPeriod[]; schedule: FormAction };

/** Periods that have their Lokmin: they are left out of the proposal. Drafts among them are scheduled several at once. */
export function TakenList({ taken, schedule }: Props) {
  if (taken.length === 0) return null;
  const drafts = taken.filter(({ status }) => status === "DRAFT").length;
  const list = (
    <ul className="pb-3">
      {taken.map((meeting) => (
        <li
          key={meeting.key}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2"
        >
          <span className="flex items-start gap-3">
            {meeting.status === "DRAFT" && (
              <label className="no-print flex min-h-11 items-center">
                <input
                  type="checkbox"
                  name="drafts[]"
                  value={meeting.id}
                  defaultChecked
                  aria-label={`Jadwalkan ${meeting.title}`}
                  className="size-5 shrink-0 accent-accent"
                />
              </label>
            )}
            <span>
              <Link href={`/kegiatan/${meeting.id}`} prefetch={false} className="link">
                {meeting.title}
              </Link>
              <span className="block text-sm text-muted">{formatDay(dayOf(meeting.startsAt, meeting.timeZone))}</span>
            </span>
          </span>
          <MeetingStatusBadge status={meeting.status} />
        </li>
      ))}
    </ul>
  );
  return (
    <details className="mb-8 rounded-md border border-line px-4" open={taken.length <= 4 || drafts > 0}>
      <summary className="min-h-11 content-center font-semibold">
        {taken.length} Lokmin sudah ada dan tidak diusulkan lagi{drafts > 0 && `, ${drafts} masih draf`}
      </summary>
      {drafts > 0 ? (
        <ActionForm action={schedule} submit="Jadwalkan draf yang dicentang" tone="plain" className="pb-3">
          {list}
        </ActionForm>
      ) : (
        list
      )}
    </details>
  );
}
