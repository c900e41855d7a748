import { type Actor, isPuskesmas } from "@/lib/actor";
import { db, isId } from "@/lib/db";
import { visibleTo } from "@/lib/meetings/reads";
import { byPlace, lastOf, type NoteRow } from "@/lib/minutes/lines";
import { mostLines, whyNoNotes } from "@/lib/minutes/rules";
import type { Note } from "@/prisma/generated/client";

type StoredNote = Note & { actionItem: { number: number } | null };

export function noteRow({ actionItem, deletedAt, editedAt, ...note }: StoredNote): NoteRow {
  return {
    id: note.id,
    section: note.section,
    position: note.position,
    text: note.text,
    asker: note.asker,
    institution: note.institution,
    answer: note.answer,
    villageCode: note.villageCode,
    version: note.version,
    revision: note.revision,
    isDeleted: deletedAt !== null,
    author: note.author,
    editor: note.editor,
    editedAt: editedAt.toISOString(),
    itemId: note.actionItemId,
    itemNumber: actionItem?.number ?? null,
  };
}

export const withItem = { actionItem: { select: { number: true } } } as const;

/**
 * Revisions are given under the meeting's lock, held until the commit: a reader that goes on from the largest it saw
 * misses none.
 */
export async function listNotes(actor: Actor, meetingId: string, since = 0): Promise<NoteRow[]> {
  if (!isId(meetingId)) return [];
  const notes = await db.note.findMany({
    where: {
      meetingId,
      meeting: visibleTo(actor),
      ...(since > 0 ? { revision: { gt: since } } : {}),
      // What was taken out again stays inside.
      ...(isPuskesmas(actor) ? {} : { deletedAt: null }),
    },
    take: mostLines + 100,
    orderBy: { revision: "asc" },
    include: withItem,
  });
  return notes.map(noteRow).sort(byPlace);
}

/** What changed after a revision, and whether it can be written on; null where the actor may not see the meeting. */
export async function readChanges(actor: Actor, meetingId: string, since: number) {
  if (!isId(meetingId)) return null;
  const meeting = await db.meeting.findFirst({
    where: { AND: [{ id: meetingId }, visibleTo(actor)] },
    select: { status: true, approvals: { where: { reopening: null }, select: { id: true } } },
  });
  if (!meeting) return null;
  const notes = await listNotes(actor, meetingId, since);
  return { revision: lastOf(notes, since), notes, closed: whyNoNotes(meeting) };
}

export type NoteChanges = NonNullable<Awaited<ReturnType<typeof readChanges>>>;

/** One line with all it said before, newest first; null where the actor may not see it. Former words stay inside. */
export async function findNote(actor: Actor, meetingId: string, id: string) {
  if (!isPuskesmas(actor) || !isId(meetingId) || !isId(id)) return null;
  const note = await db.note.findFirst({
    where: { id, meetingId, meeting: visibleTo(actor) },
    include: { ...withItem, versions: { orderBy: { version: "desc" }, take: 200 } },
  });
  if (!note) return null;
  return { ...noteRow(note), createdAt: note.createdAt, versions: note.versions };
}

export type FoundNote = NonNullable<Awaited<ReturnType<typeof findNote>>>;

export async function listAskers(actor: Actor, meetingId: string): Promise<{ name: string; institution: string }[]> {
  if (!isId(meetingId)) return [];
  const where = { meetingId, meeting: visibleTo(actor) };
  const [present, invited] = await Promise.all([
    db.attendance.findMany({
      where: { ...where, status: { in: ["PRESENT", "REPRESENTED"] }, name: { not: null } },
      orderBy: { name: "asc" },
      take: 600,
      select: { name: true, institution: true },
    }),
    db.invitation.findMany({
      where,
      orderBy: [{ protocolOrder: "asc" }, { id: "asc" }],
      take: 600,
      select: { holderName: true, title: true, institution: true },
    }),
  ]);
  const people = [
    ...present.map(({ name, institution }) => ({ name: name ?? "", institution })),
    ...invited.map(({ holderName, title, institution }) => ({ name: holderName ?? title, institution })),
  ];
  const named = new Map<string, { name: string; institution: string }>();
  for (const person of people) if (!named.has(person.name)) named.set(person.name, person);
  return [...named.values()];
}
