import type { AskedMeeting } from "@/lib/meetings/asked";
import { dayOf, formatDay } from "@/lib/time";

/** Meetings that another puskesmas asked to hold together, until they are answered. */
export function AskedList({ asked, className = "" }: { asked: readonly AskedMeeting[]; className?: string }) {
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="ajakan" className={`rounded border-l-4 border-soon bg-soon-soft px-4 py-3 ${className}`}>
      <h2 id="ajakan" className="text-base">
        Ajakan mengadakan bersama
      </h2>
      <ul data-in-app>
        {asked.map(({ id, title, startsAt, timeZone, host }) => (
          <li key={id}>
            <a href={`/kegiatan/${id}`} className="link inline-flex min-h-11 items-center">
              {title}, {formatDay(dayOf(startsAt, timeZone))}, dari {host.name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
