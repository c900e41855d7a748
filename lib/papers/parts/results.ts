import type { Actor } from "@/lib/actor";
import { capital } from "@/lib/area-words/local";
import { wordFor } from "@/lib/area-words/words";
import { listDocuments } from "@/lib/documents/reads";
import { type NoteRow, sectionNames } from "@/lib/minutes/lines";
import { listNotes } from "@/lib/minutes/reads";
import type { Block, Picture } from "@/lib/papers/model";
import { lines, listed, numberCell, numberColumn, numbered } from "@/lib/papers/parts/blocks";
import { shared } from "@/lib/papers/parts/shared-reads";
import { listVillageChoices } from "@/lib/plan/reads";
import { listProblems } from "@/lib/problems/reads";
import { causeGroupNames, placeWords } from "@/lib/problems/rules";
import { dateToDay } from "@/lib/time";
import type { NoteSection } from "@/prisma/generated/enums";

export type Line = {
  section: NoteSection;
  text: string;
  asker: string | null;
  institution: string | null;
  answer: string | null;
  author: string;
};

export type ProblemRow = {
  id: string;
  place: string;
  statement: string;
  evidence: string | null;
  villages: string[];
  causes: string[];
};

/** `day`: when it was taken, where that is known. */
export type Photo = { picture: Picture; caption: string; day: string | null };

export const readLines = shared(async (actor: Actor, meetingId: string): Promise<Line[]> => {
  const [notes, villages] = await Promise.all([listNotes(actor, meetingId), listVillageChoices(actor, meetingId)]);
  const names = new Map(villages.map(({ code, name }) => [code, `${capital(wordFor(code, "village").word)} ${name}`]));
  return notes.filter(({ isDeleted }) => !isDeleted).map((note) => lineOf(note, names.get(note.villageCode ?? "")));
});

function lineOf({ section, text, asker, institution, answer, author }: NoteRow, village: string | undefined): Line {
  return { section, text: village ? `${text} (${village})` : text, asker, institution, answer, author };
}

export const readProblems = shared(async (actor: Actor, meetingId: string): Promise<ProblemRow[]> => {
  return (await listProblems(actor, meetingId)).map((problem) => ({
    id: problem.id,
    place: placeWords(problem),
    statement: problem.statement,
    evidence: problem.evidence,
    villages: problem.villages.map(({ name }) => name),
    causes: problem.causes.map(({ group, text }) => `${causeGroupNames[group]}: ${text}`),
  }));
});

const photosOf = shared((actor: Actor, meetingId: string) => listDocuments(actor, meetingId, "MEETING_PHOTO"));

/** @param what the meeting is called: a photo without a caption is named after it */
export async function readPhotos(actor: Actor, meetingId: string, what: string): Promise<Photo[]> {
  const documents = await photosOf(actor, meetingId);
  return documents
    .filter(({ mimeType }) => mimeType.startsWith("image/"))
    .map(({ id, caption, takenOn }, index) => {
      const words = caption ?? `Foto ${index + 1}: ${what}`;
      return { picture: { documentId: id, alt: words }, caption: words, day: takenOn && dateToDay(takenOn) };
    });
}

export function problemTable(problems: readonly ProblemRow[]): Block {
  return {
    type: "table",
    caption: "Masalah menurut prioritas",
    columns: [
      numberColumn,
      { head: "Masalah", width: 36 },
      { head: "Desa", width: 18 },
      { head: "Penyebab", width: 24 },
      { head: "Urutan Prioritas", width: 17 },
    ],
    rows: problems.map((problem, index) => [
      numberCell(index + 1),
      lines([problem.statement, problem.evidence]),
      listed(problem.villages),
      problem.causes.join("\n"),
      problem.place,
    ]),
  };
}

function questionTable(rows: readonly Line[]): Block {
  return {
    type: "table",
    caption: sectionNames.QUESTIONS,
    columns: [
      numberColumn,
      { head: "Penanya", width: 22 },
      { head: "Pertanyaan/Usulan", width: 37 },
      { head: "Jawaban/Tanggapan", width: 36 },
    ],
    rows: rows.map((row, index) => [
      numberCell(index + 1),
      lines([row.asker, row.institution]),
      row.text,
      row.answer ?? "",
    ]),
  };
}

export function sectionBlocks(rows: readonly Line[], section: NoteSection): Block[] {
  const own = rows.filter((row) => row.section === section);
  if (own.length === 0) return [];
  return section === "QUESTIONS" ? [questionTable(own)] : numbered(own.map(plainLine));
}

function plainLine({ text, asker, institution, answer }: Line): string {
  const from = [asker, institution].filter(Boolean).join(", ");
  return lines([from ? `${text} (${from})` : text, answer && `Jawaban: ${answer}`]);
}

export function photoBlocks(photos: readonly Photo[]): Block[] {
  const items = photos.map(({ picture, caption }) => ({ picture, caption }));
  return items.length === 0 ? [] : [{ type: "pictures", columns: 2, items }];
}
