import { normalForm } from "@/lib/normal-form";
import type { MeetingKind, NoteSection } from "@/prisma/generated/enums";

export const noteSections = [
  "EVALUATION",
  "ACHIEVEMENT",
  "PROBLEMS",
  "OBSTACLES",
  "QUESTIONS",
  "DECISIONS",
  "RECOMMENDATIONS",
  "OTHER",
] as const satisfies readonly NoteSection[];

export const sectionNames: Record<NoteSection, string> = {
  EVALUATION: "Evaluasi RTL lalu",
  ACHIEVEMENT: "Capaian",
  PROBLEMS: "Permasalahan",
  OBSTACLES: "Hambatan",
  QUESTIONS: "Tanya jawab",
  DECISIONS: "Keputusan dan kesimpulan",
  RECOMMENDATIONS: "Rekomendasi",
  OTHER: "Lain-lain",
};

const requiredSections: readonly NoteSection[] = ["PROBLEMS", "OBSTACLES", "RECOMMENDATIONS"];

export const longestText = 4000;

export const mostTries = 200;

export type LineFields = {
  text: string;
  asker: string | null;
  institution: string | null;
  answer: string | null;
  villageCode: string | null;
};

export type FieldName = keyof LineFields;

export const fieldNames = ["text", "asker", "institution", "answer", "villageCode"] as const satisfies FieldName[];

export type NoteRow = LineFields & {
  id: string;
  section: NoteSection;
  position: number;
  version: number;
  revision: number;
  isDeleted: boolean;
  author: string;
  editor: string;
  /** ISO instant. */
  editedAt: string;
  itemId: string | null;
  itemNumber: number | null;
};

export function fieldsOf({ text, asker, institution, answer, villageCode }: LineFields): LineFields {
  return { text, asker, institution, answer, villageCode };
}

export function saysTheSame(one: LineFields, other: LineFields): boolean {
  return fieldNames.every((name) => one[name] === other[name]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

export function tidied({ text, asker, institution, answer, villageCode }: LineFields): LineFields {
  const tidy = (value: string | null) =>
    value === null ? null : normalForm(value.replace(control, "").replace(/\r\n?/g, "\n")).trim() || null;
  return {
    text: tidy(text) ?? "",
    asker: tidy(asker),
    institution: tidy(institution),
    answer: tidy(answer),
    villageCode: villageCode || null,
  };
}

export function isBlank({ text, asker, institution, answer }: LineFields): boolean {
  return [text, asker, institution, answer].every((value) => !value?.trim());
}

/** A field changed by one is as that one says; changed by both differently it clashes, and stays as in `mine`. */
export function mergeLines(base: LineFields, mine: LineFields, theirs: LineFields) {
  const clashes: FieldName[] = [];
  const pick = <Name extends FieldName>(name: Name): LineFields[Name] => {
    if (mine[name] === base[name]) return theirs[name];
    if (theirs[name] !== base[name] && theirs[name] !== mine[name]) clashes.push(name);
    return mine[name];
  };
  const merged: LineFields = {
    text: pick("text"),
    asker: pick("asker"),
    institution: pick("institution"),
    answer: pick("answer"),
    villageCode: pick("villageCode"),
  };
  return { merged, clashes };
}

export function bothLines(mine: LineFields, theirs: LineFields): LineFields {
  return {
    text: both(theirs.text, mine.text, "\n") ?? "",
    asker: both(theirs.asker, mine.asker, " / "),
    institution: both(theirs.institution, mine.institution, " / "),
    answer: both(theirs.answer, mine.answer, "\n"),
    villageCode: mine.villageCode ?? theirs.villageCode,
  };
}

function both(theirs: string | null, mine: string | null, between: string): string | null {
  if (!theirs || !mine || theirs.trim() === mine.trim()) return mine || theirs;
  return `${theirs}${between}${mine}`;
}

type Placed = { id: string; section: NoteSection; position: number };

export function byPlace(one: Placed, other: Placed): number {
  return one.position - other.position || (one.id < other.id ? -1 : 1);
}

/** A number between two others, null where there is none left; a missing side is open. */
export function placeBetween(before: number | undefined, after: number | undefined): number | null {
  if (before === undefined) return after === undefined ? 1 : after - 1;
  if (after === undefined) return before + 1;
  const middle = (before + after) / 2;
  return before < middle && middle < after ? middle : null;
}

export function lastOf(rows: readonly { revision: number }[], since = 0): number {
  return rows.reduce((last, { revision }) => Math.max(last, revision), since);
}

export function asksForSections(kind: MeetingKind): boolean {
  return kind === "MONTHLY_LOKMIN" || kind === "QUARTERLY_LOKMIN";
}

export function missingSections(rows: readonly { section: NoteSection; isDeleted: boolean }[]): NoteSection[] {
  return requiredSections.filter((section) => !rows.some((row) => row.section === section && !row.isDeleted));
}

export function sectionList(sections: readonly NoteSection[]): string {
  return new Intl.ListFormat("id", { type: "conjunction" }).format(sections.map((section) => sectionNames[section]));
}
