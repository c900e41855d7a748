// A table of numbers to fill in: what it shows, what comes back of it, and what of that may be saved. A cell that
// somebody else changed meanwhile is decided by a person, never by who came last.
import { type CellKind, cellText, readCell } from "@/lib/figures/numbers";

export type GridLine = { key: string; label: string; hint?: string };

export type GridCell = { text: string; kind: CellKind };

export type Grid = {
  rows: readonly GridLine[];
  blocks: readonly { title: string | null; columns: readonly GridLine[] }[];
  /** By row, then by column over all blocks; null: nothing to fill in. */
  cells: readonly (readonly (GridCell | null)[])[];
};

export type SentCell = {
  row: string;
  column: string;
  typed: string;
  shown: string;
  /** Of a cell in conflict: keep what was typed, or what somebody else wrote; null: not decided yet. */
  decision: "mine" | "theirs" | null;
  isInConflict: boolean;
};

export function columnName({ label, hint }: GridLine): string {
  if (!hint) return label;
  return hint.startsWith(label) ? hint : `${label} (${hint})`;
}

export function placeOf(row: string, column: string): string {
  return `${row} ${column}`;
}

export type GridOutcome = {
  saved: number;
  refused: Record<string, string>;
  conflicts: Record<string, string>;
};

export type GridState = GridOutcome & {
  kept: Record<string, { typed: string; shown: string }>;
  message: string | null;
  answer: number;
};

export const untouchedGrid: GridState = { saved: 0, refused: {}, conflicts: {}, kept: {}, message: null, answer: 0 };

export type Shown = { rows: string[]; columns: string[]; cells: (string | null)[][]; conflicts: string[] };

export type ReadyCell = SentCell & { value: number | null };

export function readCells(sent: readonly SentCell[], kindOf: (cell: SentCell) => CellKind | string) {
  const ready: ReadyCell[] = [];
  const refused: Record<string, string> = {};
  for (const cell of sent) {
    if (cell.decision === "theirs") continue;
    const kind = kindOf(cell);
    const read = isKind(kind) ? readCell(cell.typed, kind) : { ok: false as const, reason: kind };
    if (read.ok) ready.push({ ...cell, value: read.value });
    else refused[placeOf(cell.row, cell.column)] = read.reason;
  }
  return { ready, refused };
}

function isKind(word: string): word is CellKind {
  return word === "count" || word === "percent" || word === "percent aimed at" || word === "number";
}

/**
 * Of cells that can be read, those to write: not what is there already, and not what somebody else changed to
 * something else since it was shown. Of a place that came twice the last counts.
 * @param nowOf what is there now
 */
export function settle(ready: readonly ReadyCell[], nowOf: (cell: ReadyCell) => number | null) {
  const changes: ReadyCell[] = [];
  const conflicts: Record<string, string> = {};
  const places = new Map(ready.map((cell) => [placeOf(cell.row, cell.column), cell]));
  for (const [place, cell] of places) {
    const now = nowOf(cell);
    if (now === cell.value) continue;
    const isUndecided = cell.isInConflict && cell.decision === null;
    if (isUndecided || now !== numberIn(cell.shown)) conflicts[place] = cellText(now);
    else changes.push(cell);
  }
  return { changes, conflicts };
}

function numberIn(shown: string): number | null {
  const read = readCell(shown, "number");
  return read.ok ? read.value : null;
}

export function stateAfter(before: GridState, sent: readonly SentCell[], outcome: GridOutcome): GridState {
  const kept: GridState["kept"] = {};
  for (const { row, column, typed, shown } of sent) {
    const place = placeOf(row, column);
    const theirs = outcome.conflicts[place];
    if (theirs !== undefined || place in outcome.refused) kept[place] = { typed, shown: theirs ?? shown };
  }
  return { ...outcome, kept, message: null, answer: before.answer + 1 };
}
