import type { z } from "zod";
import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { acrossOffices } from "@/lib/database-scope";
import { type Db, db } from "@/lib/db";
import type { Choices } from "@/lib/imports/choices";
import {
  chooseOnDraft,
  discardDraft,
  findDraft,
  jsonOf,
  keepDraft,
  listWaitingDrafts,
  lockDraft,
  type OnProgress,
} from "@/lib/imports/drafts";
import type { ImportWords, Preview, Result } from "@/lib/imports/preview";
import { readTable, type Table, type TableOptions } from "@/lib/imports/table";
import { transact } from "@/lib/transact";

export type ImportDefinition<K extends string, Draft, Plan extends { fingerprint: string }, Done> = {
  kind: string;
  slug: string;
  /** Where what a file names is looked for in every office: people by their NIP, users by their address. */
  acrossOffices?: boolean;
  words: ImportWords;
  mayImport: (actor: Actor) => boolean;
  file: TableOptions<K> & {
    bytes: number;
    tooManyBytes: string;
    /** Reads a file that is no table of its own, or null where it is one. */
    open?: (bytes: Buffer) => { ok: true; table: Table<K> } | Refusal | null;
  };
  read: (table: Table<K>, onProgress: OnProgress) => Promise<{ ok: true; draft: Draft } | Refusal>;
  draftSchema: z.ZodType<Draft>;
  doneSchema: z.ZodType<Done>;
  lock: (tx: Db, actor: Actor, draft: Draft, choices: Choices) => Promise<void>;
  plan: (tx: Db, actor: Actor, draft: Draft, choices: Choices) => Promise<Plan>;
  size: (plan: Plan) => number;
  write: (tx: Db, actor: Actor, what: Planned<Draft, Plan>, onProgress: OnProgress) => Promise<void>;
  done: (plan: Plan) => Done;
  preview: (plan: Plan, draft: Draft, choices: Choices) => Preview;
  result: (done: Done) => Result;
  changed: string;
  nothing: string;
  template?: (actor: Actor, form: "xlsx" | "csv") => Promise<{ name: string; bytes: Buffer }>;
};

export type Planned<Draft, Plan> = { draft: Draft; plan: Plan; choices: Choices; fileName: string };

type Facts = { id: string; fileName: string; createdAt: Date };

export type FoundImport<Draft, Plan, Done> =
  | (Facts & { confirmedAt: null; draft: Draft; plan: Plan; preview: Preview })
  | (Facts & { confirmedAt: Date; done: Done; result: Result });

export type Upload = { id: string; name: string; bytes: Buffer };

export type DataImport<Draft, Plan, Done> = {
  slug: string;
  words: ImportWords;
  limit: { bytes: number; sentence: string };
  mayImport: (actor: Actor) => boolean;
  draft: (actor: Actor, upload: Upload, onProgress?: OnProgress) => Promise<Outcome<{ id: string }>>;
  /** An upload with what it would do now, or what it did; null where there is none of the actor's. */
  find: (actor: Actor, id: string) => Promise<FoundImport<Draft, Plan, Done> | null>;
  waiting: (actor: Actor) => Promise<Facts[]>;
  choose: (actor: Actor, id: string, answers: Choices, asked?: readonly string[]) => Promise<Outcome>;
  apply: (actor: Actor, id: string, shown: string, onProgress?: OnProgress) => Promise<Outcome>;
  discard: (actor: Actor, id: string) => Promise<Outcome>;
  template: ((actor: Actor, form: "xlsx" | "csv") => Promise<{ name: string; bytes: Buffer }>) | null;
};

export type AnyImport = DataImport<unknown, { fingerprint: string }, unknown>;

const silent: OnProgress = () => {};

export function defineImport<K extends string, Draft, Plan extends { fingerprint: string }, Done>(
  definition: ImportDefinition<K, Draft, Plan, Done>,
): DataImport<Draft, Plan, Done> {
  const { kind, slug, words, mayImport, file, template } = definition;
  const authorise = (actor: Actor, what: string) => {
    if (!mayImport(actor)) throw new NotAllowed(actor, `${what} an import of ${slug}`);
  };
  return {
    slug,
    words,
    mayImport,
    limit: { bytes: file.bytes, sentence: file.tooManyBytes },
    template: template ?? null,
    waiting: (actor) => listWaitingDrafts(actor, kind),
    async draft(actor, { id, name, bytes }, onProgress = silent) {
      authorise(actor, "upload");
      const read = await readFile(definition, bytes, onProgress);
      return read.ok ? keepDraft(actor, kind, { id, fileName: name, rows: read.draft }) : read;
    },
    find: (actor, id) => findImport(definition, actor, id),
    async choose(actor, id, answers, asked = Object.keys(answers)) {
      authorise(actor, "choose for");
      return (await chooseOnDraft(actor, kind, id, { asked, answers })) ? { ok: true } : gone;
    },
    async apply(actor, id, shown, onProgress = silent) {
      authorise(actor, "confirm");
      return transact<Outcome>((tx) => applyDraft(tx, definition, actor, { id, shown }, onProgress), {
        acrossOffices: definition.acrossOffices ?? false,
        // A row that somebody else added in the same moment: the index let theirs through.
        onDuplicate: () => refuse(definition.changed),
        timeout: 120_000,
        maxWait: 20_000,
      });
    },
    async discard(actor, id) {
      authorise(actor, "discard");
      await discardDraft(actor, kind, id);
      return { ok: true };
    },
  };
}

export async function readFile<K extends string, Draft, Plan extends { fingerprint: string }, Done>(
  { file, read }: ImportDefinition<K, Draft, Plan, Done>,
  bytes: Buffer,
  onProgress: OnProgress = silent,
): Promise<{ ok: true; draft: Draft } | Refusal> {
  if (bytes.length > file.bytes) return refuse(file.tooManyBytes, "file");
  const table = file.open?.(bytes) ?? (await readTable(bytes, file));
  return table.ok ? read(table.table, onProgress) : table;
}

async function findImport<K extends string, Draft, Plan extends { fingerprint: string }, Done>(
  definition: ImportDefinition<K, Draft, Plan, Done>,
  actor: Actor,
  id: string,
): Promise<FoundImport<Draft, Plan, Done> | null> {
  const found = await findDraft(actor, definition.kind, id);
  if (!found) return null;
  const { rows, choices, confirmedAt, fileName, createdAt } = found;
  const facts = { id: found.id, fileName, createdAt };
  if (confirmedAt) {
    const done = definition.doneSchema.parse(rows);
    return { ...facts, confirmedAt, done, result: definition.result(done) };
  }
  // What an earlier version read may be read otherwise now: it is uploaded again.
  const draft = definition.draftSchema.safeParse(rows);
  if (!draft.success) return null;
  const planned = () => definition.plan(db, actor, draft.data, choices);
  const plan = await (definition.acrossOffices ? acrossOffices(planned) : planned());
  const preview = definition.preview(plan, draft.data, choices);
  return { ...facts, confirmedAt: null, draft: draft.data, plan, preview };
}

async function applyDraft<K extends string, Draft, Plan extends { fingerprint: string }, Done>(
  tx: Db,
  definition: ImportDefinition<K, Draft, Plan, Done>,
  actor: Actor,
  { id, shown }: { id: string; shown: string },
  onProgress: OnProgress,
): Promise<Outcome> {
  const found = await lockDraft(tx, actor, definition.kind, id);
  if (!found) return gone;
  if (found.confirmedAt) return { ok: true };
  const read = definition.draftSchema.safeParse(found.rows);
  if (!read.success) return gone;
  const { choices, fileName } = found;
  await definition.lock(tx, actor, read.data, choices);
  const plan = await definition.plan(tx, actor, read.data, choices);
  if (plan.fingerprint !== shown) return refuse(definition.changed);
  if (definition.size(plan) === 0) return refuse(definition.nothing);
  await definition.write(tx, actor, { draft: read.data, plan, choices, fileName }, onProgress);
  await tx.importDraft.update({
    where: { id },
    data: { confirmedAt: new Date(), choices: {}, rows: jsonOf(definition.done(plan)) },
  });
  return { ok: true };
}

const gone = refuse("Pratinjau ini sudah dibatalkan atau lewat sehari. Unggah lagi berkasnya.");
