// The notes of one meeting on this device: lines as the server has them, and on top what was changed here. Every
// change is on the disk within a moment, and leaves it only when the server has answered it.
import { newId } from "@/components/device/new-id";
import { isBlank, type LineFields, lastOf, type NoteRow, noteSections, saysTheSame } from "@/lib/minutes/lines";
import type { NoteChanges } from "@/lib/minutes/reads";
import type { NoteSection } from "@/prisma/generated/enums";
import { dropDraft, keepDraft, type Owner, readSeen, stayOpen, takeDrafts, writeSeen } from "./device";
import { type Draft, type Drafts, decide, draftOn, followRow, newDraft, type Rows, showLines } from "./drafts";

/** State of the device towards the server. */
export type Link = "opening" | "connected" | "sending" | "offline" | "signed-out" | "denied";

export type Notes = {
  rows: Rows;
  drafts: Drafts;
  revision: number;
  link: Link;
  /** Whether the device keeps what is written; false stays until it does again. */
  canKeep: boolean;
  /** Why nothing can be written now. */
  closed: string | null;
  /** Whose words wait on this device besides one's own. */
  others: readonly string[];
};

const keepAfter = 50;
const keepSeenAfter = 2000;

export type NotesStore = ReturnType<typeof createNotesStore>;

/** @param initial the notes as the page brought them */
export function createNotesStore(owner: Owner, initial: { rows: readonly NoteRow[]; closed: string | null }) {
  const page = newId();
  const listeners = new Set<() => void>();
  const unkept = new Set<string>();
  let keeping: ReturnType<typeof setTimeout> | undefined;
  let keepingSeen: ReturnType<typeof setTimeout> | undefined;
  let number = Date.now();
  let notes: Notes = {
    rows: new Map(initial.rows.map((row) => [row.id, row])),
    drafts: new Map(),
    revision: lastOf(initial.rows),
    link: "opening",
    canKeep: true,
    closed: initial.closed,
    others: [],
  };
  /** The line that has the focus. */
  let focused: string | null = null;
  let onWrite = (_soon: boolean) => {};
  let beforeOthers = () => {};
  let close = () => {};

  function set(next: Partial<Notes>) {
    notes = { ...notes, ...next };
    for (const listener of listeners) listener();
  }

  function put(id: string, draft: Draft | null) {
    if (draft === (notes.drafts.get(id) ?? null)) return;
    const drafts = new Map(notes.drafts);
    if (draft) drafts.set(id, draft);
    else drafts.delete(id);
    unkept.add(id);
    keeping ??= setTimeout(() => void keep(), keepAfter);
    set({ drafts });
  }

  /** Writes to the disk what changed since. */
  async function keep(): Promise<void> {
    clearTimeout(keeping);
    keeping = undefined;
    const ids = [...unkept];
    unkept.clear();
    try {
      await Promise.all(
        ids.map((id) => {
          const draft = notes.drafts.get(id);
          const isKept = draft && draft.state !== "settled" && !(draft.base === null && isBlank(draft.fields));
          return isKept ? keepDraft(owner, page, draft) : dropDraft(owner, page, id);
        }),
      );
      if (ids.length > 0 && !notes.canKeep) set({ canKeep: true });
    } catch {
      for (const id of ids) unkept.add(id);
      if (notes.canKeep) set({ canKeep: false });
    }
  }

  function keepSeenSoon() {
    if (keepingSeen) return;
    keepingSeen = setTimeout(() => {
      keepingSeen = undefined;
      const { rows, revision } = notes;
      writeSeen({ meetingId: owner.meetingId, rows: [...rows.values()], revision }).catch(() => {});
    }, keepSeenAfter);
  }

  /** Takes lines of the server; an older state of one is passed over. */
  function takeRows(taken: readonly NoteRow[]) {
    const newer = taken.filter((row) => row.revision > (notes.rows.get(row.id)?.revision ?? 0));
    if (newer.length === 0) return;
    set({ rows: new Map([...notes.rows, ...newer.map((row) => [row.id, row] as const)]) });
    for (const row of newer) {
      const draft = notes.drafts.get(row.id);
      if (draft) put(row.id, followRow(draft, row));
    }
    keepSeenSoon();
  }

  const draftFor = (id: string) => notes.drafts.get(id) ?? draftOn(notes.rows.get(id) ?? null, ++number);

  function write(draft: Draft, soon = true) {
    const { base, was, after, isDeleted, restores, attempts, state } = draft;
    const isUndone = was && saysTheSame(was, draft.fields) && after === undefined && attempts.length === 0;
    const hasNothing = base !== null && isUndone && !isDeleted && !restores && state === "waiting";
    put(draft.id, hasNothing ? null : { ...draft, stamp: draft.stamp + 1 });
    onWrite(soon);
  }

  function place(id: string, section: NoteSection, after: string | null) {
    const draft = draftFor(id);
    const state = draft.state === "settled" ? "waiting" : draft.state;
    write({ ...draft, state, section, after, number: ++number }, false);
  }

  return {
    owner,
    read: () => notes,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set,
    put,
    keep,
    takeRows,
    hasFocus: (id: string) => focused === id,
    /** What happens when somebody wrote here, and right before others' lines are shown. */
    listen(written: (soon: boolean) => void, others: () => void) {
      onWrite = written;
      beforeOthers = others;
    },
    /** Reads what the device kept: lines seen since the page was made, and what was not sent. */
    async open() {
      close = stayOpen(page);
      const [seen, { own, others }] = await Promise.all([readSeen(owner.meetingId), takeDrafts(owner, page)]);
      if (seen && seen.revision > notes.revision) {
        takeRows(seen.rows);
        set({ revision: seen.revision });
      }
      for (const draft of own) {
        const row = notes.rows.get(draft.id);
        if (!notes.drafts.has(draft.id)) put(draft.id, row ? followRow(draft, row) : draft);
      }
      set({ others });
    },
    /** The page goes: what it has not sent is free for the next one. */
    leave: () => keep().finally(close),
    /** What others wrote, as the server told it. */
    takeChanges({ notes: changed, revision, closed }: NoteChanges) {
      if (changed.length > 0) beforeOthers();
      takeRows(changed);
      const isOpenAgain = notes.closed !== null && closed === null;
      if (revision !== notes.revision || closed !== notes.closed) set({ revision, closed });
      if (!isOpenAgain) return;
      for (const draft of notes.drafts.values())
        if (draft.state === "refused") put(draft.id, { ...draft, state: "waiting", reason: null });
      onWrite(false);
    },
    focus(id: string) {
      focused = id;
    },
    blur(id: string) {
      focused = null;
      const draft = notes.drafts.get(id);
      const isLeftEmpty = draft?.base === null && isBlank(draft.fields) && draft.attempts.length === 0;
      if (draft?.state === "settled" || isLeftEmpty) put(id, null);
      onWrite(false);
    },
    change(id: string, fields: Partial<LineFields>) {
      const draft = draftFor(id);
      const state = draft.state === "clash" ? draft.state : "waiting";
      write({ ...draft, state, reason: null, fields: { ...draft.fields, ...fields } });
    },
    /** A new empty line behind another, or at the end. @returns its id */
    add(section: NoteSection, after?: string | null): string {
      const id = newId();
      const last = showLines(notes.rows, notes.drafts)[section].at(-1)?.id ?? null;
      put(id, newDraft(id, section, after === undefined ? last : after, ++number));
      return id;
    },
    place,
    /** One line up or down, over the edge of its section into the next. */
    step(id: string, direction: -1 | 1) {
      const shown = showLines(notes.rows, notes.drafts);
      const at = noteSections.findIndex((name) => shown[name].some((line) => line.id === id));
      const section = noteSections[at];
      if (!section) return;
      const lines = shown[section];
      const index = lines.findIndex((line) => line.id === id);
      const next = noteSections[at + direction];
      if (lines[index + direction]) place(id, section, lines[direction < 0 ? index - 2 : index + 1]?.id ?? null);
      else if (next) place(id, next, direction < 0 ? (shown[next].at(-1)?.id ?? null) : null);
    },
    remove(id: string) {
      const draft = draftFor(id);
      if (draft.base === null && draft.attempts.length === 0) put(id, null);
      else write({ ...draft, state: "waiting", base: draft.base ?? 0, isDeleted: true }, false);
    },
    restore(id: string) {
      const draft = draftFor(id);
      const isGone = notes.rows.get(id)?.isDeleted ?? false;
      write({ ...draft, state: "waiting", isDeleted: false, restores: isGone }, false);
    },
    /** Settles a clash with these words; null: with theirs. */
    decide(id: string, fields: LineFields | null) {
      const draft = notes.drafts.get(id);
      if (!draft) return;
      put(id, decide(draft, fields));
      onWrite(false);
    },
    /** Sends again what was refused. */
    retry(id: string) {
      const draft = notes.drafts.get(id);
      if (draft) write({ ...draft, state: "waiting", reason: null }, false);
    },
  };
}
