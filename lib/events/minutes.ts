import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { sectionNames } from "@/lib/minutes/lines";
import { NoteSection } from "@/prisma/generated/enums";

const section = z.enum(NoteSection);
const line = z.object({ section, text: z.string() });

const lineWords = ({ section: where, text }: z.output<typeof line>) => `${sectionNames[where]}: ${text}`;

export const minutesEvents = {
  "note.added": kind("note", z.object({ section }), ({ section: where }) => ({
    verb: "menambah baris notulen",
    subject: sectionNames[where],
  })),
  "note.restored": kind("note", line, (data) => ({ verb: "memulihkan baris notulen", subject: lineWords(data) })),
  "note.deleted": kind("note", line, (data) => ({ verb: "menghapus baris notulen", subject: lineWords(data) })),
  "minutes.edited": kind("meeting", z.object({ title: z.string() }), ({ title }) => ({
    verb: "mengubah notulen",
    subject: title,
  })),
};
