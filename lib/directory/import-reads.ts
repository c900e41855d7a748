import type { Actor } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { importDoneSchema } from "@/lib/directory/import-done";
import { type Plan, planRows } from "@/lib/directory/import-plan";
import { type Draft, draftSchema } from "@/lib/directory/import-rows";
import { readCurrent } from "@/lib/directory/import-standing";
import { findDraft } from "@/lib/imports/drafts";

/**
 * An upload with what it would do to the directory as it stands now, or what it did once confirmed; null where there
 * is none of the actor's.
 */
export async function findImport(actor: Actor, id: string) {
  const found = await findDraft(actor, "DIRECTORY", id);
  if (!found) return null;
  const { rows, ...facts } = found;
  if (found.confirmedAt) return { ...facts, confirmedAt: found.confirmedAt, done: importDoneSchema.parse(rows) };
  const draft = draftSchema.parse(rows);
  return { ...facts, confirmedAt: null, draft, plan: await planImport(db, actor.organisation.id, draft) };
}

/** What importing a draft would do now. Three statements, however many rows. */
export async function planImport(tx: Db, organisationId: string, draft: Draft): Promise<Plan> {
  return planRows(draft, await readCurrent(tx, organisationId, draft));
}
