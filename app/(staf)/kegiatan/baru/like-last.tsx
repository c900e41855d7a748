import Link from "next/link";
import type { LastMeeting, MeetingToRepeat } from "@/lib/meetings/last";
import { formatDayShort } from "@/lib/time";

/** One press fills the form as the last meeting of a kind had it. */
export function LikeLast({ meetings, chosen }: { meetings: readonly LastMeeting[]; chosen: MeetingToRepeat | null }) {
  const others = meetings.filter(({ id }) => id !== chosen?.id);
  if (others.length === 0) return null;
  return (
    <div className="mb-5">
      <p className="mb-2">{chosen ? "Atau seperti:" : "Isi seperti yang terakhir:"}</p>
      <ul className="flex flex-wrap gap-2">
        {others.map(({ id, title, day }) => (
          <li key={id}>
            <Link href={`?seperti=${id}`} prefetch={false} replace scroll={false} className="button wrap-anywhere">
              {title}, {formatDayShort(day)}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FromLast({ meeting: { title, day, agenda } }: { meeting: MeetingToRepeat }) {
  return (
    <p role="status" className="mb-4 max-w-3xl rounded border-l-4 border-accent bg-accent-soft px-4 py-3">
      Jenis, jam, tempat, pimpinan, dan {agenda.length} acara diisi dari {title}, {formatDayShort(day)}. Isi tanggalnya
      dan periksa sisanya.
    </p>
  );
}
