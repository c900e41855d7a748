"use client";

import { Badge, type Tone } from "@/components/badge";

export type MeetingLine = {
  id: string;
  title: string;
  badge: { tone: Tone; children: string };
  day: string;
  /** What matters about it, when and where. */
  about: string;
};

/** A client component, so that forty rows travel as their words and not as their markup once more. */
export function MeetingList({ label, meetings }: { label: string; meetings: readonly MeetingLine[] }) {
  if (meetings.length === 0) return null;
  return (
    <section aria-label={label} className="mb-5">
      <h2 className="row-head">{label}</h2>
      <ul data-in-app className="rows meeting-rows">
        {meetings.map(({ id, title, badge, day, about }) => (
          <li key={id}>
            <span>{day}</span>
            <p>
              <a href={`/kegiatan/${id}`}>{title}</a>
              <small>{about}</small>
            </p>
            <Badge {...badge} />
          </li>
        ))}
      </ul>
    </section>
  );
}
