import Link from "next/link";
import type { ListedEvent } from "@/lib/events/reads";
import { sentenceOf } from "@/lib/events/sentence";
import { formatMoment } from "@/lib/time";

type Props = {
  events: readonly ListedEvent[];
  /** Names the meeting an event belongs to: for a history of more than one. */
  withMeeting?: boolean;
  /** Names the organisation whose record it is: for readers of several. */
  withOrganisation?: boolean;
};

/** Who did what, when, on whose behalf: newest first. */
export function EventList({ events, withMeeting = false, withOrganisation = false }: Props) {
  return (
    <ol className="border-t border-line">
      {events.map((event) => (
        <li key={String(event.id)} className="border-b border-line py-3">
          <p>
            <b>{event.actor}</b>
            {event.onBehalfOf && event.onBehalfOf !== event.organisation.name && (
              <span className="text-muted"> ({event.onBehalfOf})</span>
            )}{" "}
            {sentenceOf(event.verb, event.subject)}
          </p>
          {event.lines.map((line) => (
            <p key={line} className="text-sm">
              {line}
            </p>
          ))}
          <p className="text-sm text-muted">
            <time dateTime={event.at.toISOString()}>{formatMoment(event.at, event.organisation.timeZone)}</time>
            {withOrganisation && ` · ${event.organisation.name}`}
            {withMeeting && event.meeting && (
              <>
                {" · "}
                <Link href={`/kegiatan/${event.meeting.id}`} prefetch={false} className="link inline-block py-1">
                  {event.meeting.title}
                </Link>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
