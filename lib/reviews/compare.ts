import { diffWordsWithSpace } from "diff";
import type { Field, Row, Section } from "@/lib/reviews/sections";

/** A part of a text: in both revisions, or in one of them only. */
export type Piece = { text: string; isChanged: boolean };
export type ComparedField = { label: string; before: Piece[]; after: Piece[] };
export type ComparedRow = {
  id: string;
  title: string;
  state: "changed" | "added" | "removed";
  fields: ComparedField[];
};
export type ComparedSection = { key: Section["key"]; title: string; rows: ComparedRow[]; same: number };

/** What changed between two revisions: by section, row and field, within a text by words. Rows are known by their ids. */
export function compareSections(before: readonly Section[], after: readonly Section[]): ComparedSection[] {
  return after.map(({ key, title, rows }) => {
    const former = new Map((before.find((section) => section.key === key)?.rows ?? []).map((row) => [row.id, row]));
    const kept = new Set(rows.map(({ id }) => id));
    const compared = rows.map((row) => compareRow(former.get(row.id) ?? null, row));
    const removed = [...former.values()].filter(({ id }) => !kept.has(id)).map((row) => compareRow(row, null));
    const changed = [...compared, ...removed].filter((row) => row !== null);
    return { key, title, rows: changed, same: compared.filter((row) => row === null).length };
  });
}

/** Null where both say the same. */
function compareRow(before: Row | null, after: Row | null): ComparedRow | null {
  const row = after ?? before;
  if (!row) return null;
  const labels = [...new Set([...(before?.fields ?? []), ...(after?.fields ?? [])].map(({ label }) => label))];
  const fields = labels.flatMap((label) => compareField(label, textOf(before, label), textOf(after, label)));
  const isRenamed = before !== null && after !== null && before.title !== after.title;
  if (fields.length === 0 && !isRenamed) return null;
  const title = isRenamed ? `${after.title} (semula ${before.title})` : row.title;
  return { id: row.id, title, state: !before ? "added" : !after ? "removed" : "changed", fields };
}

function textOf(row: Row | null, label: string): string {
  return row?.fields.find((field: Field) => field.label === label)?.text ?? "";
}

function compareField(label: string, before: string, after: string): ComparedField[] {
  if (before === after) return [];
  return [{ label, ...comparePieces(before, after) }];
}

/** Texts that have little in common are shown as replaced, and take no longer for it. */
const mostEdits = 600;

export function comparePieces(before: string, after: string): Pick<ComparedField, "before" | "after"> {
  const changes = before && after ? diffWordsWithSpace(before, after, { maxEditLength: mostEdits }) : undefined;
  if (!changes) return { before: whole(before), after: whole(after) };
  return {
    before: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, isChanged: removed })),
    after: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isChanged: added })),
  };
}

function whole(text: string): Piece[] {
  return text ? [{ text, isChanged: true }] : [];
}
