import Link from "next/link";
import type { NoteRow } from "@/lib/minutes/lines";
import { say } from "@/lib/web/local-words";

type Props = { row: NoteRow; meetingId: string; village: string | undefined };

/** One line to read: a question with who asked and what was answered, the desa, the row of the plan it became. */
export function LineWords({ row, meetingId, village }: Props) {
  const asker = [row.asker, row.institution].filter(Boolean).join(", ");
  return (
    <>
      {asker && <p className="text-sm text-muted">{asker} bertanya:</p>}
      <p className="whitespace-pre-line">{row.text}</p>
      {row.answer && (
        <p className="whitespace-pre-line">
          <b>Jawaban:</b> {row.answer}
        </p>
      )}
      {(village || row.itemId) && (
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          {village && (
            <span>
              {say("Desa")} {village}
            </span>
          )}
          {row.itemId && (
            <Link href={`/kegiatan/${meetingId}/rtl/${row.itemId}`} prefetch={false} className="link">
              RTL {row.itemNumber}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
