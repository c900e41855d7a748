import Link from "next/link";
import { Badge } from "@/components/badge";
import { dayOfLetter, type RegisterRow } from "@/lib/letters/register";
import { urgencyNames } from "@/lib/letters/rules";
import { findPaperOfKind } from "@/lib/papers/kinds";
import { formatDayLong } from "@/lib/time";

/** Letters, each a row on a desk and a card on a phone. */
export function RegisterList({ letters, canWrite }: { letters: readonly RegisterRow[]; canWrite: boolean }) {
  return (
    <ul className="border-t border-line">
      {letters.map((letter) => (
        <li key={letter.id} className="grid gap-x-6 gap-y-1 border-b border-line py-3 md:grid-cols-[13rem_1fr_auto]">
          <div>
            <p className={`font-semibold break-words ${letter.voidedAt ? "text-muted line-through" : ""}`}>
              {letter.number}
            </p>
            <p className="text-sm text-muted">{formatDayLong(dayOfLetter(letter) ?? "")}</p>
          </div>
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="break-words">{letter.subject}</span>
              {letter.voidedAt && <Badge tone="late">Dibatalkan</Badge>}
              {letter.urgency !== "ORDINARY" && <Badge>{urgencyNames[letter.urgency]}</Badge>}
              {letter.letterhead?.areaCode && <Badge>{letter.letterhead.name}</Badge>}
            </p>
            <p className="text-sm break-words text-muted">
              Kepada {letter.addressees}
              {letter.meeting && ` · ${letter.meeting.title}`}
              {letter.voidReason && ` · alasan: ${letter.voidReason}`}
              {letter.note && ` · ${letter.note}`}
            </p>
          </div>
          <EntryLink letter={letter} canWrite={canWrite} />
        </li>
      ))}
    </ul>
  );
}

function EntryLink({ letter, canWrite }: { letter: RegisterRow; canWrite: boolean }) {
  const href = placeOf(letter, canWrite);
  if (!href) return null;
  return (
    <Link href={href} prefetch={false} className="link no-print inline-flex min-h-11 items-center">
      {letter.paperKind ? "Lihat surat" : "Ubah"}
      <span className="sr-only"> {letter.number}</span>
    </Link>
  );
}

function placeOf(letter: RegisterRow, canWrite: boolean): string | null {
  const { id, paperKind, voidedAt } = letter;
  if (!paperKind) return canWrite && !voidedAt ? `/surat/catat?surat=${id}` : null;
  const slug = findPaperOfKind(paperKind)?.slug;
  const subjectId = letter.meetingId ?? letter.escalationId ?? letter.feedbackId;
  return slug && subjectId && !voidedAt ? `/surat/${slug}/${subjectId}` : null;
}
