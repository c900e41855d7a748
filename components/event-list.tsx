import type { listEvents } from "@/lib/events";
import { formatMoment } from "@/lib/time";

type Listed = Awaited<ReturnType<typeof listEvents>>["events"][number];

/** Who did what, when, on whose behalf: newest first. */
export function EventList({ events }: { events: readonly Listed[] }) {
  return (
    <ol className="border-t border-line">
      {events.map((event) => (
        <li key={String(event.id)} className="border-b border-line py-3">
          <p>
            <b>{event.actor}</b>
            {event.onBehalfOf && <span className="text-muted"> ({event.onBehalfOf})</span>} {event.verb}:{" "}
            {event.subject}
          </p>
          <Detail detail={event.detail} />
          <p className="text-sm text-muted">
            <time dateTime={event.at.toISOString()}>{formatMoment(event.at, event.organisation.timeZone)}</time>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Detail({ detail }: { detail: Listed["detail"] }) {
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return null;
  const pairs = Object.entries(detail).filter(([, value]) => value !== null && value !== "");
  if (pairs.length === 0) return null;
  return <p className="text-sm">{pairs.map(([name, value]) => `${name}: ${String(value)}`).join(" · ")}</p>;
}
