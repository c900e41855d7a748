// Steps of a transaction that holds the meeting: what becomes of one line.
import { type Actor, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordMeetingEvent } from "@/lib/events/record";
import type { HeldMeeting } from "@/lib/meetings/hold";
import {
  byPlace,
  fieldsOf,
  type LineFields,
  mergeLines,
  type NoteRow,
  placeBetween,
  saysTheSame,
} from "@/lib/minutes/lines";
import { noteRow, withItem } from "@/lib/minutes/reads";
import { editEventMinutes, mostLines } from "@/lib/minutes/rules";
import { shortened } from "@/lib/shortened";
import type { Note, NoteSection, NoteVersion } from "@/prisma/generated/client";

/** Who writes where, inside a transaction that holds the meeting. */
export type NoteEditing = { tx: Db; actor: Actor; meeting: HeldMeeting };

export type LineOutcome = { ok: true; note: NoteRow } | (Refusal & { conflict?: NoteRow });

type Place = { section: NoteSection; after?: string | null | undefined };

export type LineChange = {
  id: string;
  base: number;
  seenVillage: string | null;
  fields: LineFields;
  place?: Place | undefined;
  restores?: boolean;
} & Try;

/** Which try of a write this is: one whose answer was lost is not somebody else's words. */
export type Try = { nonce?: string | undefined; earlier?: readonly string[] };

const tryAgain = () => refuse("Muat ulang halaman ini, lalu coba lagi");

export async function insertLine(
  editing: NoteEditing,
  { id, place, fields, ...tried }: { id: string; place: Place; fields: LineFields } & Try,
): Promise<LineOutcome> {
  const { tx, actor, meeting } = editing;
  const already = await tx.note.findUnique({ where: { id }, include: withItem });
  if (already) {
    if (already.meetingId !== meeting.id) return tryAgain();
    const note = noteRow(already);
    if (saysTheSame(note, fields) && !note.isDeleted) return { ok: true, note };
    const own = await findOwnTry(tx, already, tried);
    if (!own) return clash(note);
    return changeLine(editing, { id, base: own.version, seenVillage: note.villageCode, fields, ...tried });
  }
  const unknown = await refuseVillage(editing, fields.villageCode);
  if (unknown) return unknown;
  if ((await tx.note.count({ where: { meetingId: meeting.id } })) >= mostLines)
    return refuse(`Notulen paling banyak ${mostLines.toLocaleString("id-ID")} baris. Gabungkan beberapa baris dulu.`);
  const revision = await nextRevision(editing);
  const position = await findPosition(editing, place, id, revision);
  const note = await tx.note.create({
    data: {
      id,
      meetingId: meeting.id,
      section: place.section,
      position,
      ...fields,
      nonce: tried.nonce ?? null,
      revision,
      author: actor.name,
      authorId: actor.userId,
      editor: actor.name,
    },
    include: withItem,
  });
  await recordMeetingEvent(tx, by(actor), meeting, {
    action: "note.added",
    subjectId: id,
    data: { section: place.section },
  });
  return { ok: true, note: noteRow(note) };
}

export async function changeLine(editing: NoteEditing, change: LineChange): Promise<LineOutcome> {
  const { tx, actor, meeting } = editing;
  const stored = await findStored(editing, change.id);
  if (!stored) return tryAgain();
  const { id, fields, place, restores = false, nonce = null } = change;
  const base = await baseOf(tx, stored, change);
  const { merged, clashes } = base ? mergeLines(base, fields, stored) : { merged: fields, clashes: [true] };
  const comesBack = stored.deletedAt !== null;
  const says = !saysTheSame(merged, stored);
  if (says && clashes.length > 0) return clash(noteRow(stored));
  if (comesBack && !restores) return clash(noteRow(stored));
  const moves = place !== undefined && !(await standsAt(editing, stored, place));
  if (!says && !moves && !comesBack) return { ok: true, note: noteRow(stored) };
  const unknown = merged.villageCode === stored.villageCode ? null : await refuseVillage(editing, merged.villageCode);
  if (unknown) return unknown;
  const revision = await nextRevision(editing);
  if (says) await keepVersion(tx, stored);
  const note = await tx.note.update({
    where: { id },
    data: {
      ...merged,
      // Who asked is known of these very words.
      ...(merged.asker === stored.asker && merged.institution === stored.institution ? {} : { askerPersonId: null }),
      ...(moves ? { section: place.section, position: await findPosition(editing, place, id, revision) } : {}),
      ...(says ? { version: { increment: 1 }, nonce } : {}),
      // Moving a line does not make its author.
      ...(says || comesBack ? { editor: actor.name, editedAt: new Date() } : {}),
      deletedAt: null,
      revision,
    },
    include: withItem,
  });
  if (comesBack) await recordMeetingEvent(tx, by(actor), meeting, { action: "note.restored", ...ofLine(note) });
  else await tellOnceInAWhile(editing);
  return { ok: true, note: noteRow(note) };
}

export async function placeLine(editing: NoteEditing, id: string, place: Place): Promise<LineOutcome> {
  const stored = await findStored(editing, id);
  if (!stored) return tryAgain();
  const { version: base, villageCode: seenVillage } = stored;
  return changeLine(editing, { id, base, seenVillage, fields: fieldsOf(stored), place });
}

/** Takes a line out; it can come back. One that was changed since it was seen stays, and comes back to be looked at. */
export async function removeLine(editing: NoteEditing, id: string, base: number): Promise<LineOutcome> {
  const { tx, actor, meeting } = editing;
  const stored = await findStored(editing, id);
  if (!stored) return tryAgain();
  if (stored.deletedAt) return { ok: true, note: noteRow(stored) };
  if (stored.version !== base) return clash(noteRow(stored));
  await keepVersion(tx, stored);
  const note = await tx.note.update({
    where: { id },
    data: {
      deletedAt: new Date(),
      version: { increment: 1 },
      editor: actor.name,
      editedAt: new Date(),
      revision: await nextRevision(editing),
    },
    include: withItem,
  });
  await recordMeetingEvent(tx, by(actor), meeting, { action: "note.deleted", ...ofLine(note) });
  return { ok: true, note: noteRow(note) };
}

export async function restoreLine(editing: NoteEditing, id: string): Promise<LineOutcome> {
  const stored = await findStored(editing, id);
  if (!stored) return tryAgain();
  const { version: base, villageCode: seenVillage } = stored;
  return changeLine(editing, { id, base, seenVillage, fields: fieldsOf(stored), restores: true });
}

/** The next revision of the meeting's notes; its row is held, so no two changes get the same one. */
export async function nextRevision({
  tx,
  meeting,
}: Pick<NoteEditing, "tx"> & { meeting: { id: string } }): Promise<number> {
  const { notesRevision } = await tx.meeting.update({
    where: { id: meeting.id },
    data: { notesRevision: { increment: 1 } },
    select: { notesRevision: true },
  });
  return notesRevision;
}

function clash(conflict: NoteRow): LineOutcome {
  const what = conflict.isDeleted ? "dihapus" : "diubah";
  return { ...refuse(`Baris ini baru saja ${what} ${conflict.editor}. Tulisan Anda belum disimpan.`), conflict };
}

function findStored({ tx, meeting }: NoteEditing, id: string) {
  return tx.note.findFirst({ where: { id, meetingId: meeting.id }, include: withItem });
}

async function baseOf(tx: Db, stored: Note, change: LineChange): Promise<LineFields | null> {
  const { id, base, seenVillage } = change;
  if (base === stored.version) return fieldsOf(stored);
  const own = await findOwnTry(tx, stored, change);
  if (own) return fieldsOf({ ...own, villageCode: "villageCode" in own ? own.villageCode : seenVillage });
  const version = await tx.noteVersion.findUnique({ where: { noteId_version: { noteId: id, version: base } } });
  return version && fieldsOf({ ...version, villageCode: seenVillage });
}

async function findOwnTry(tx: Db, stored: Note, { earlier = [] }: Try): Promise<Note | NoteVersion | null> {
  if (earlier.length === 0) return null;
  if (stored.nonce && earlier.includes(stored.nonce)) return stored;
  return tx.noteVersion.findFirst({
    where: { noteId: stored.id, nonce: { in: [...earlier] } },
    orderBy: { version: "desc" },
  });
}

async function keepVersion(tx: Db, stored: Note): Promise<void> {
  const { id, version, section, text, asker, institution, answer, editor, editedAt, nonce } = stored;
  await tx.noteVersion.create({
    data: { noteId: id, version, section, text, asker, institution, answer, editor, editedAt, nonce },
  });
}

async function linesOf({ tx, meeting }: NoteEditing, section: NoteSection) {
  const rows = await tx.note.findMany({
    where: { meetingId: meeting.id, section, deletedAt: null },
    select: { id: true, section: true, position: true },
    take: mostLines,
  });
  return rows.sort(byPlace);
}

async function standsAt(editing: NoteEditing, stored: Note, { section, after }: Place): Promise<boolean> {
  if (stored.section !== section) return false;
  const rows = await linesOf(editing, section);
  const at = rows.findIndex(({ id }) => id === stored.id);
  if (after === undefined || (after !== null && !rows.some(({ id }) => id === after))) return at === rows.length - 1;
  return (rows[at - 1]?.id ?? null) === after;
}

/** A number behind the line it shall follow, else at the end; the section is numbered anew where there is no room. */
async function findPosition(
  editing: NoteEditing,
  { section, after }: Place,
  id: string,
  revision: number,
): Promise<number> {
  const rows = (await linesOf(editing, section)).filter((row) => row.id !== id);
  const found = after === null ? -1 : rows.findIndex((row) => row.id === after);
  const before = after === null ? -1 : found < 0 ? rows.length - 1 : found;
  const between = placeBetween(rows[before]?.position, rows[before + 1]?.position);
  if (between !== null) return between;
  for (const [index, row] of rows.entries())
    await editing.tx.note.update({ where: { id: row.id }, data: { position: index + 1, revision } });
  return before + 1.5;
}

async function refuseVillage({ tx, meeting }: NoteEditing, villageCode: string | null): Promise<Refusal | null> {
  if (!villageCode) return null;
  const known = await tx.workingArea.count({
    where: { villageCode, puskesmas: { organises: { some: { meetingId: meeting.id } } } },
  });
  return known > 0 ? null : refuse("Pilih desa dari wilayah kerja penyelenggara", "villageCode");
}

function ofLine({ id, section, text }: { id: string; section: NoteSection; text: string }) {
  return { subjectId: id, data: { section, text: shortened(text, 160) } };
}

async function tellOnceInAWhile(editing: NoteEditing): Promise<void> {
  const { tx, actor, meeting } = editing;
  const since = new Date(Date.now() - editEventMinutes * 60_000);
  const told = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Event" WHERE "meetingId" = ${meeting.id}::uuid AND action = 'minutes.edited'
      AND "userId" = ${actor.userId}::uuid AND at > ${since} LIMIT 1`;
  if (told.length === 0)
    await recordMeetingEvent(tx, by(actor), meeting, {
      action: "minutes.edited",
      subjectId: meeting.id,
      data: { title: meeting.title },
    });
}
