import Link from "next/link";
import type { SessionRoll } from "@/lib/session-attendance/reads";
import { dayOf, formatClock, formatDayShort } from "@/lib/time";

type Props = { sessions: readonly SessionRoll[]; chosen: string; meeting: { id: string; timeZone: string } };

export function SessionList({ sessions, chosen, meeting: { id, timeZone } }: Props) {
  return (
    <nav aria-label="Sesi" className="no-print mb-6">
      <ol className="border-t border-line">
        {sessions.map(({ id: sessionId, position, topic, startsAt, endsAt, counts }) => (
          <li key={sessionId} className="border-b border-line">
            <Link
              href={`/kegiatan/${id}/sesi?sesi=${sessionId}#daftar`}
              prefetch={false}
              aria-current={sessionId === chosen ? "true" : undefined}
              className="grid min-h-12 grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-2 py-1 aria-[current]:bg-accent-soft"
            >
              <span className="pl-1 text-muted tabular-nums">{position}.</span>
              <span>
                <span className="font-semibold">{topic}</span>
                <span className="block text-sm text-muted">
                  {formatDayShort(dayOf(startsAt, timeZone))}, {formatClock(startsAt, timeZone)}–
                  {formatClock(endsAt, timeZone)}
                </span>
              </span>
              <span className="pr-1 text-right text-sm tabular-nums">
                {counts.present} hadir
                {counts.reported > 0 && (
                  <span className="block font-semibold text-soon">{counts.reported} perlu dikonfirmasi</span>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
