"use client";

import { Badge, type Tone } from "@/components/badge";
import type { IconName } from "@/components/icon";

export type MeetingLine = {
  id: string;
  title: string;
  badge: { tone: Tone; icon: IconName; children: string };
  when: string;
  kind: string;
  summary: string;
};

/** A client component, so that forty rows travel as their words and not as their markup once more. */
export function MeetingList({ meetings }: { meetings: readonly MeetingLine[] }) {
  return (
    <ul data-in-app className="row-list">
      {meetings.map(({ id, title, badge, when, kind, summary }) => (
        <li key={id}>
          <div>
            <a href={`/kegiatan/${id}`} className="link">
              {title}
            </a>
            <p>{when}</p>
            <p>{kind}</p>
          </div>
          <div>
            <span>{summary}</span>
            <Badge {...badge} />
          </div>
        </li>
      ))}
    </ul>
  );
}
