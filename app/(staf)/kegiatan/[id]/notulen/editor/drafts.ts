// What this device has changed and the server does not know yet: at most one draft a line, its newest wording.
import {
  byPlace,
  fieldsOf,
  isBlank,
  type LineFields,
  mergeLines,
  type NoteRow,
  noteSections,
  saysTheSame,
  tidied,
} from "@/lib/minutes/lines";
import type { NoteOperation } from "@/lib/minutes/schema";
import type { SyncResult } from "@/lib/minutes/sync";
import type { NoteSection } from "@/prisma/generated/enums";

export type Draft = {
  id: string;
  section: NoteSection;
  fields: LineFields;
  /** Version and words it began with; null: the line was made on this device. */
  base: number | null;
  was: LineFields | null;
  /** Where it is here: behind a line, null: first; undefined: where the server has it. */
  after?: string | null | undefined;
  isDeleted: boolean;
  restores: boolean;
  /** Order in which drafts were begun. */
  number: number;
  /** Counts its changes, so that an answer to an older wording does not end a newer one. */
  stamp: number;
  /** Wordings that went out since `base`: an answer may have been lost. */
  attempts: LineFields[];
  /** Of those tries; drafts that an earlier version of this page kept have none. */
  nonces?: string[];
  /** waiting: to be sent; clash and refused: a person decides; settled: sent, and its field still has the focus. */
  state: "waiting" | "clash" | "refused" | "settled";
  theirs: NoteRow | null;
  reason: string | null;
};

/** A line as the screen shows it. Both parts stay the same objects as long as nothing about them changed. */
export type ShownLine = { id: string; row: NoteRow | null; draft: Draft | null };

export type Drafts = ReadonlyMap<string, Draft>;
export type Rows = ReadonlyMap<string, NoteRow>;

const nothing: LineFields = { text: "", asker: null, institution: null, answer: null, villageCode: null };

export function newDraft(id: string, section: NoteSection, after: string | null, number: number): Draft {
  return { ...draftOn(null, number), id, section, after };
}

/** A draft that says what the line says. */
export function draftOn(row: NoteRow | null, number: number): Draft {
  return {
    id: row?.id ?? "",
    section: row?.section ?? "OTHER",
    fields: row ? fieldsOf(row) : nothing,
    base: row?.version ?? null,
    was: row && fieldsOf(row),
    isDeleted: false,
    restores: false,
    number,
    stamp: 0,
    attempts: [],
    state: "waiting",
    theirs: null,
    reason: null,
  };
}

/** Whether a draft is worth keeping and sending: an empty new line is neither, an emptied one waits for words. */
export function isWorthSending({ fields, isDeleted, state }: Draft): boolean {
  return state === "waiting" && (isDeleted || !isBlank(fields));
}

/** Drafts that a person would lose or has to decide about. */
export function isUnsent(draft: Draft): boolean {
  return draft.state !== "settled" && !(draft.base === null && isBlank(draft.fields));
}

/** All lines by section, in order, as this device has them. */
export function showLines(rows: Rows, drafts: Drafts): Record<NoteSection, ShownLine[]> {
  const shown = Object.fromEntries(noteSections.map((section) => [section, [] as ShownLine[]])) as Record<
    NoteSection,
    ShownLine[]
  >;
  for (const row of [...rows.values()].sort(byPlace)) {
    const draft = drafts.get(row.id) ?? null;
    const isGone = draft ? draft.isDeleted && draft.state !== "clash" : row.isDeleted;
    if (!isGone && draft?.after === undefined) shown[row.section].push({ id: row.id, row, draft });
  }
  const placed = [...drafts.values()].filter((draft) => draft.after !== undefined && !draft.isDeleted);
  for (const draft of placed.sort((one, other) => one.number - other.number)) {
    const lines = shown[draft.section];
    const found = draft.after === null ? -1 : lines.findIndex(({ id }) => id === draft.after);
    const behind = draft.after === null ? 0 : found < 0 ? lines.length : found + 1;
    lines.splice(behind, 0, { id: draft.id, row: rows.get(draft.id) ?? null, draft });
  }
  return shown;
}

/** Lines that were taken out, the newest first. */
export function deletedLines(rows: Rows, drafts: Drafts): NoteRow[] {
  return [...rows.values()]
    .filter((row) => row.isDeleted && !drafts.has(row.id))
    .sort((one, other) => other.revision - one.revision);
}

/** What goes out, in the order of the page, so that a line finds the one it is behind. */
export function operationsOf(rows: Rows, drafts: Drafts): { draft: Draft; operation: NoteOperation }[] {
  const lines = Object.values(showLines(rows, drafts)).flatMap((section) =>
    section.map((line, index) => ({ line, after: anchorOf(section, index) })),
  );
  const written = lines.flatMap(({ line: { draft }, after }) =>
    draft && isWorthSending(draft) ? [{ draft, operation: writing(draft, after) }] : [],
  );
  const deleted = [...drafts.values()].flatMap((draft) =>
    draft.isDeleted && draft.state === "waiting" && draft.base !== null
      ? [{ draft, operation: { kind: "delete" as const, id: draft.id, base: draft.base } }]
      : [],
  );
  return [...written, ...deleted];
}

function writing(draft: Draft, after: string | null): NoteOperation {
  const { id, base, fields, was, restores, section } = draft;
  const place = base === null || draft.after !== undefined ? { place: { section, after } } : {};
  return { kind: "write", id, base, seenVillage: was?.villageCode ?? null, restores, earlier: [], ...fields, ...place };
}

/** The nearest line before this one that the server knows or will know. */
function anchorOf(section: readonly ShownLine[], index: number): string | null {
  const before = section.slice(0, index).findLast(({ row, draft }) => row !== null || (draft && isWorthSending(draft)));
  return before?.id ?? null;
}

/** What an answer leaves of a draft that was sent as `sent`; null: nothing. */
export function settle(draft: Draft, sent: Draft, result: SyncResult, hasFocus: boolean): Draft | null {
  const isSame = draft.stamp === sent.stamp;
  if (result.state === "refused")
    return isSame ? { ...draft, state: "refused", reason: result.reason } : { ...draft, state: "waiting" };
  const { note } = result;
  if (result.state === "conflict") {
    // What clashes is our own: the answer to an earlier try was lost.
    const isOurs = !note.isDeleted && draft.attempts.some((attempt) => saysTheSame(tidied(attempt), note));
    return isOurs && !draft.isDeleted ? { ...rebased(draft, note), state: "waiting" } : clashing(draft, note);
  }
  if (!isSame) {
    const { merged } = mergeLines(sent.fields, draft.fields, note);
    return { ...rebased(draft, note), fields: merged };
  }
  // The field keeps what its owner sees, spaces at the end too, until he leaves it.
  return hasFocus && !draft.isDeleted ? { ...rebased(draft, note), after: undefined, state: "settled" } : null;
}

function rebased(draft: Draft, row: NoteRow): Draft {
  return {
    ...draft,
    base: row.version,
    was: fieldsOf(row),
    attempts: [],
    nonces: [],
    reason: null,
    theirs: null,
    restores: false,
  };
}

function clashing(draft: Draft, theirs: NoteRow): Draft {
  return { ...draft, state: "clash", theirs, attempts: [], nonces: [] };
}

/** What becomes of a draft when the server's line has changed; the same draft where a person is to decide later. */
export function followRow(draft: Draft, row: NoteRow): Draft | null {
  if (draft.base !== null && row.version <= draft.base) return draft;
  if (draft.state === "settled") return null;
  if (draft.state === "clash") return { ...draft, theirs: row };
  if (draft.isDeleted) return row.isDeleted ? null : draft;
  if (row.isDeleted) return draft;
  const own = draft.attempts.find((attempt) => saysTheSame(tidied(attempt), row));
  if (own) {
    const { merged } = mergeLines(own, draft.fields, row);
    return saysTheSame(tidied(merged), row) && draft.after === undefined
      ? null
      : { ...rebased(draft, row), fields: merged };
  }
  if (!draft.was) return draft;
  const { merged, clashes } = mergeLines(draft.was, draft.fields, row);
  return clashes.length > 0 ? draft : { ...rebased(draft, row), fields: merged };
}

/** The draft after a person chose between his words, theirs, and both; null: theirs stand as they are. */
export function decide(draft: Draft, fields: LineFields | null): Draft | null {
  const { theirs } = draft;
  if (!theirs || !fields) return null;
  return { ...rebased(draft, theirs), fields, state: "waiting", restores: theirs.isDeleted, stamp: draft.stamp + 1 };
}
