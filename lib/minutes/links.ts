// A line that becomes a row of the plan: steps of the plan's own transaction, which holds the meeting.
import { type Refusal, refuse } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import { nextRevision } from "@/lib/minutes/changes";

export async function refuseTakenNote(tx: Db, meetingId: string, noteId: string): Promise<Refusal | null> {
  const note = isId(noteId)
    ? await tx.note.findFirst({
        where: { id: noteId, meetingId, deletedAt: null },
        select: { actionItem: { select: { number: true } } },
      })
    : null;
  if (!note) return refuse("Baris notulen ini baru saja dihapus. Kembali ke notulen, lalu pilih baris lain.");
  return note.actionItem
    ? refuse(`Baris notulen ini sudah menjadi RTL ${note.actionItem.number}. Buka RTL itu untuk mengubahnya.`)
    : null;
}

export async function linkNote(tx: Db, meetingId: string, noteId: string, itemId: string): Promise<void> {
  const revision = await nextRevision({ tx, meeting: { id: meetingId } });
  await tx.note.update({ where: { id: noteId }, data: { actionItemId: itemId, revision } });
}

export async function unlinkNote(tx: Db, meetingId: string, itemId: string): Promise<void> {
  const note = await tx.note.findUnique({ where: { actionItemId: itemId }, select: { id: true } });
  if (!note) return;
  const revision = await nextRevision({ tx, meeting: { id: meetingId } });
  await tx.note.update({ where: { id: note.id }, data: { actionItemId: null, revision } });
}
