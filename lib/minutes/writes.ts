import { type Actor, isRefusal, refuse } from "@/lib/actor";
import { isId } from "@/lib/db";
import { holdMeeting } from "@/lib/meetings/hold";
import { requireWritable } from "@/lib/meetings/reads";
import { type TypedAsker, withAsker } from "@/lib/minutes/asker";
import {
  changeLine,
  insertLine,
  type LineChange,
  type LineOutcome,
  type NoteEditing,
  placeLine,
  removeLine,
  restoreLine,
} from "@/lib/minutes/changes";
import { bothLines, fieldsOf } from "@/lib/minutes/lines";
import { findNote } from "@/lib/minutes/reads";
import { writingNotes } from "@/lib/minutes/rules";
import type { NoteEditInput, NoteInput, NoteOperation } from "@/lib/minutes/schema";
import { announceNotes } from "@/lib/minutes/waiting";
import { transact } from "@/lib/transact";
import type { NoteSection } from "@/prisma/generated/enums";

async function editNotes(
  actor: Actor,
  meetingId: string,
  work: (editing: NoteEditing) => Promise<LineOutcome>,
): Promise<LineOutcome> {
  const outcome = await transact<LineOutcome>(
    async (tx) => {
      const meeting = await holdMeeting(tx, actor, meetingId, writingNotes);
      return isRefusal(meeting) ? meeting : work({ tx, actor, meeting });
    },
    // An id that is another meeting's line: nobody's device makes one.
    { onDuplicate: gone },
  );
  if (outcome.ok) announceNotes(meetingId);
  return outcome;
}

/** Sent twice it is one line. */
export function addNote(actor: Actor, meetingId: string, input: NoteInput): Promise<LineOutcome> {
  const { id, section, after } = input;
  return editNotes(actor, meetingId, (editing) =>
    withAsker(editing, id, input, () =>
      insertLine(editing, { id, place: { section, after }, fields: fieldsOf(input) }),
    ),
  );
}

/**
 * Where somebody else changed the same words since, nothing is written and both versions come back; with a decision
 * made on theirs, it is written or dropped.
 */
export async function editNote(
  actor: Actor,
  meetingId: string,
  noteId: string,
  input: NoteEditInput,
): Promise<LineOutcome> {
  await requireWritable(actor, meetingId, writingNotes.name);
  const { version, decision, decidedOn } = input;
  const change = { id: noteId, base: version, seenVillage: input.seenVillage, fields: fieldsOf(input) };
  if (!decision || decidedOn === undefined || decidedOn < version) return editing(actor, meetingId, change, input);
  const theirs = await findNote(actor, meetingId, noteId);
  if (!theirs) return refuse("Muat ulang halaman ini, lalu coba lagi");
  if (decision === "mereka") return { ok: true, note: theirs };
  const fields = decision === "gabung" ? bothLines(fieldsOf(input), theirs) : fieldsOf(input);
  const decided = { ...change, base: decidedOn, seenVillage: theirs.villageCode, fields, restores: true };
  return editing(actor, meetingId, decided, { ...fields, person: input.person });
}

function editing(actor: Actor, meetingId: string, change: LineChange, typed: TypedAsker): Promise<LineOutcome> {
  return editNotes(actor, meetingId, async (editing) =>
    isId(change.id) ? withAsker(editing, change.id, typed, () => changeLine(editing, change)) : gone(),
  );
}

export function moveNote(
  actor: Actor,
  meetingId: string,
  noteId: string,
  place: { section: NoteSection; after?: string | null | undefined },
): Promise<LineOutcome> {
  return editNotes(actor, meetingId, async (editing) => (isId(noteId) ? placeLine(editing, noteId, place) : gone()));
}

export function deleteNote(actor: Actor, meetingId: string, noteId: string, version: number): Promise<LineOutcome> {
  return editNotes(actor, meetingId, async (editing) => (isId(noteId) ? removeLine(editing, noteId, version) : gone()));
}

export function restoreNote(actor: Actor, meetingId: string, noteId: string): Promise<LineOutcome> {
  return editNotes(actor, meetingId, async (editing) => (isId(noteId) ? restoreLine(editing, noteId) : gone()));
}

export function writeNote(actor: Actor, meetingId: string, operation: NoteOperation): Promise<LineOutcome> {
  return editNotes(actor, meetingId, (editing) => {
    if (operation.kind === "delete") return removeLine(editing, operation.id, operation.base);
    if (operation.kind === "restore") return restoreLine(editing, operation.id);
    const { id, base, place, restores, seenVillage, nonce, earlier } = operation;
    const fields = fieldsOf(operation);
    if (base !== null) return changeLine(editing, { id, base, seenVillage, fields, place, restores, nonce, earlier });
    return place ? insertLine(editing, { id, place, fields, nonce, earlier }) : Promise.resolve(gone());
  });
}

const gone = () => refuse("Muat ulang halaman ini, lalu coba lagi");
