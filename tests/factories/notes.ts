import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import type { Note, Prisma } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

export type NoteRows = Prisma.NoteCreateManyInput & { id: string };

/** A line of the minutes; not saved. */
export function noteRow(overrides: Partial<Prisma.NoteCreateManyInput> & { meetingId: string }): NoteRows {
  const number = nextNumber();
  return {
    section: "PROBLEMS",
    position: number,
    text: `Baris ${number}`,
    revision: 1,
    author: "Wahyuni Lestari",
    editor: "Wahyuni Lestari",
    ...overrides,
    id: overrides.id ?? randomUUID(),
  };
}

/** A line, with the meeting's revision counted up to it. */
export async function makeNote(overrides: Parameters<typeof noteRow>[0]): Promise<Note> {
  const { notesRevision } = await db.meeting.update({
    where: { id: overrides.meetingId },
    data: { notesRevision: { increment: 1 } },
  });
  return db.note.create({ data: noteRow({ revision: notesRevision, ...overrides }) });
}
