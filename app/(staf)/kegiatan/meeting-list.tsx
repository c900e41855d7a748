"use client";

import Link from "next/link";
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
    <ul className="flex flex-col border-t border-line">
      {meetings.map(({ id, title, badge, when, kind, summary }) => (
        <li key={id} className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[1fr_auto] md:items-center">
          <div className="min-w-0">
            <Link href={`/kegiatan/${id}`} prefetch={false} className="link text-lg font-semibold">
              {title}
            </Link>
            <p className="text-sm text-muted">{when}</p>
            <p className="text-sm text-muted">{kind}</p>
          </div>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm md:justify-end">
            <span>{summary}</span>
            <Badge {...badge} />
          </div>
        </li>
      ))}
    </ul>
  );
}
