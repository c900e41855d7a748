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
  const sections = after.map(({ key, title, rows }) => {
    const former = new Map((before.find((section) => section.key === key)?.rows ?? []).map((row) => [row.id, row]));
    const kept = new Set(rows.map(({ id }) => id));
    const pairs: Pair[] = [
      ...rows.map((row): Pair => [former.get(row.id) ?? null, row]),
      ...[...former.values()].filter(({ id }) => !kept.has(id)).map((row): Pair => [row, null]),
    ];
    return { key, title, count: rows.length, pairs };
  });
  const changed = sections.flatMap(({ pairs }) => pairs.flatMap(differences)).filter((one) => one.before && one.after);
  const edits = editsEach(changed.length);
  return sections.map(({ key, title, count, pairs }) => {
    const compared = pairs.map((pair) => compareRow(pair, edits));
    const same = compared.slice(0, count).filter((row) => row === null).length;
    return { key, title, rows: compared.filter((row) => row !== null), same };
  });
}

type Pair = [before: Row | null, after: Row | null];
type Difference = { label: string; before: string; after: string };

function differences([before, after]: Pair): Difference[] {
  const labels = [...new Set([...(before?.fields ?? []), ...(after?.fields ?? [])].map(({ label }) => label))];
  return labels
    .map((label) => ({ label, before: textOf(before, label), after: textOf(after, label) }))
    .filter((one) => one.before !== one.after);
}

function compareRow(pair: Pair, edits: number): ComparedRow | null {
  const [before, after] = pair;
  const row = after ?? before;
  if (!row) return null;
  const fields = differences(pair).map(({ label, ...texts }) => ({
    label,
    ...comparePieces(texts.before, texts.after, edits),
  }));
  const isRenamed = before !== null && after !== null && before.title !== after.title;
  if (fields.length === 0 && !isRenamed) return null;
  const title = isRenamed ? `${after.title} (semula ${before.title})` : row.title;
  return { id: row.id, title, state: !before ? "added" : !after ? "removed" : "changed", fields };
}

function textOf(row: Row | null, label: string): string {
  return row?.fields.find((field: Field) => field.label === label)?.text ?? "";
}

/** Texts that have little in common are shown as replaced, and take no longer for it. */
const mostEdits = 600;
const fieldsAtMost = 20;

/** The time grows with the square of the edits: where many fields changed, all together take what few may take. */
function editsEach(fields: number): number {
  return Math.floor(mostEdits * Math.min(1, Math.sqrt(fieldsAtMost / Math.max(1, fields))));
}

export function comparePieces(
  before: string,
  after: string,
  edits = mostEdits,
): Pick<ComparedField, "before" | "after"> {
  const changes = before && after ? diffWordsWithSpace(before, after, { maxEditLength: edits }) : undefined;
  if (!changes) return { before: whole(before), after: whole(after) };
  return {
    before: changes.filter(({ added }) => !added).map(({ value, removed }) => ({ text: value, isChanged: removed })),
    after: changes.filter(({ removed }) => !removed).map(({ value, added }) => ({ text: value, isChanged: added })),
  };
}

function whole(text: string): Piece[] {
  return text ? [{ text, isChanged: true }] : [];
}
