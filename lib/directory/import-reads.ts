import type { Actor } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { importDoneSchema } from "@/lib/directory/import-done";
import { type Plan, planRows } from "@/lib/directory/import-plan";
import { type Draft, draftSchema } from "@/lib/directory/import-rows";
import { readStanding } from "@/lib/directory/import-standing";

/** An upload waits a day for its confirmation. */
const draftHours = 24;

export function draftCutoff(): Date {
  return new Date(Date.now() - draftHours * 3_600_000);
}

/** A draft is its uploader's own, within the organisation it was made for. */
function visibleTo(actor: Actor) {
  return { userId: actor.userId, organisationId: actor.organisation.id, createdAt: { gte: draftCutoff() } };
}

/**
 * An upload with what it would do to the directory as it stands now, or what it did once confirmed; null where there
 * is none of the actor's.
 */
export async function findImport(actor: Actor, id: string) {
  if (!isId(id)) return null;
  const found = await db.importDraft.findFirst({ where: { AND: [{ id }, visibleTo(actor)] } });
  if (!found) return null;
  const { rows, ...facts } = found;
  if (found.confirmedAt) return { ...facts, confirmedAt: found.confirmedAt, done: importDoneSchema.parse(rows) };
  const draft = draftSchema.parse(rows);
  return { ...facts, confirmedAt: null, draft, plan: await planImport(db, actor.organisation.id, draft) };
}

/** Uploads of the actor that still wait, newest first. */
export async function listWaitingImports(actor: Actor) {
  return db.importDraft.findMany({
    where: { ...visibleTo(actor), confirmedAt: null },
    orderBy: { createdAt: "desc" },
    take: 5,
    select: { id: true, fileName: true, createdAt: true },
  });
}

/** What importing a draft would do now. Three statements, however many rows. */
export async function planImport(tx: Db, organisationId: string, draft: Draft): Promise<Plan> {
  return planRows(draft, await readStanding(tx, organisationId, draft));
}
