import type { Actor } from "@/lib/actor";
import { type ChecklistRow, missingOf } from "@/lib/evidence/judge";
import { lockedPartNames, partsLeftOpen, partsLocked } from "@/lib/meetings/left-open";
import type { FoundMeeting } from "@/lib/meetings/reads";
import { listPlaceholders } from "@/lib/placeholders/reads";

const list = new Intl.ListFormat("id", { type: "conjunction" });

type Props = { actor: Actor; meeting: FoundMeeting; checklist: readonly ChecklistRow[] };

/** Said before closing: what it locks, what stays open, and what the approval still lacks. */
export async function ClosingNotice({ actor, meeting, checklist }: Props) {
  const missing = missingOf(checklist);
  const placeholders = await listPlaceholders(actor, meeting.id);
  const leftOpen = partsLeftOpen(missing, placeholders);
  const locked = ["waktu dan tempat", "susunan acara", ...partsLocked(leftOpen).map((part) => lockedPartNames[part])];
  const open = leftOpen.map((part) => lockedPartNames[part]);
  return (
    <div className="text-sm">
      <p>
        <b>Setelah ditutup terkunci:</b> {list.format(locked)}. Untuk mengubahnya lagi, kegiatan dibuka kembali dengan
        alasan.
      </p>
      <p>
        <b>Tetap terbuka sampai disahkan:</b> {list.format([...open, "notulen", "foto", "masalah", "status RTL lalu"])}.
      </p>
      {placeholders.length > 0 && (
        <p className="text-soon">
          <b>Tampaknya belum diisi:</b> {list.format(placeholders.map(({ place }) => place))}.
        </p>
      )}
      {missing.length > 0 && (
        <p className="text-late">
          <b>Pengesahan masih menunggu:</b> {list.format(missing.map((row) => row.says))}.
        </p>
      )}
    </div>
  );
}
