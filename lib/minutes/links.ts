// A line that becomes a row of the plan: steps of the plan's own transaction, which holds the meeting.
import { type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { nextRevision } from "@/lib/minutes/changes";

/** Ties a line to the row it became; a line becomes one row at most. */
export async function linkNote(
  tx: Db,
  { meetingId, noteId, itemId }: { meetingId: string; noteId: string; itemId: string },
): Promise<Refusal | null> {
  if (!isId(noteId)) return null;
  const note = await tx.note.findFirst({
    where: { id: noteId, meetingId, deletedAt: null },
    select: { actionItemId: true, actionItem: { select: { number: true } } },
  });
  if (!note) return refuse("Baris notulen ini baru saja dihapus. Kembali ke notulen, lalu pilih baris lain.");
  if (note.actionItemId === itemId) return null;
  if (note.actionItem)
    return refuse(`Baris notulen ini sudah menjadi RTL ${note.actionItem.number}. Buka RTL itu untuk mengubahnya.`);
  const revision = await nextRevision({ tx, meeting: { id: meetingId } });
  await tx.note.update({ where: { id: noteId }, data: { actionItemId: itemId, revision } });
  return null;
}

/** Frees the line of a row that is being deleted, so that whoever has the notes open sees it. */
export async function unlinkNote(tx: Db, meetingId: string, itemId: string): Promise<void> {
  const note = await tx.note.findUnique({ where: { actionItemId: itemId }, select: { id: true } });
  if (!note) return;
  const revision = await nextRevision({ tx, meeting: { id: meetingId } });
  await tx.note.update({ where: { id: note.id }, data: { actionItemId: null, revision } });
}
