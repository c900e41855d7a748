import Link from "next/link";
import type { MeetingMessage } from "@/lib/messages/rules";
import { messageKinds, messageNames, messageSlugs } from "@/lib/messages/rules";

type Props = { meetingId: string; current: MeetingMessage; waiting: Record<MeetingMessage, number> };

/** The three lists of a meeting, each with how many wait on it. */
export function ListTabs({ meetingId, current, waiting }: Props) {
  return (
    <nav aria-label="Daftar kirim" className="no-print mb-4">
      <ul className="flex flex-wrap gap-2">
        {messageKinds.map((kind) => (
          <li key={kind}>
            <Link
              href={`/kegiatan/${meetingId}/kirim?daftar=${messageSlugs[kind]}`}
              prefetch={false}
              aria-current={kind === current ? "page" : undefined}
              className="flex min-h-11 items-center rounded border border-edge px-3 text-ink no-underline hover:bg-sunken aria-[current=page]:border-accent aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent-strong"
            >
              {messageNames[kind]} ({waiting[kind]})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
