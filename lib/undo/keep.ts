import { type Actor, isRefusal } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import type { HeldMeeting } from "@/lib/meetings/hold";
import { type OfficeUndoKind, type UndoKind, undoTime } from "@/lib/undo/kinds";
import { isRowOf, named, type UndoTable } from "@/lib/undo/tables";
import type { Prisma } from "@/prisma/generated/client";

/** Rows of a table that a change may touch: t is the row. */
export type Watched = { table: UndoTable; where: Prisma.Sql };

type Step = {
  /** Made by the caller, who offers it; without one nothing is kept. */
  id: string | undefined;
  kind: UndoKind | OfficeUndoKind;
  words: string;
};

/** Meeting: null where what is done is of the office itself. */
type Doing = { actor: Actor; meeting: HeldMeeting | null; step: Step };

/** Makes a change and keeps what it replaced and removed, so that the actor can take it back: lib/undo/perform. */
export async function keepForUndo<T>(
  tx: Db,
  { actor, meeting, step }: Doing,
  watched: readonly Watched[],
  change: () => Promise<T>,
): Promise<T> {
  const { id, kind, words } = step;
  if (!id) return change();
  const { organisation, userId } = actor;
  await deleteOldUndoSteps(new Date(), tx);
  const data = { id, kind, words, organisationId: organisation.id, userId, meetingId: meeting?.id ?? null };
  const { count } = await tx.undoStep.createMany({ data, skipDuplicates: true });
  if (count === 0) return change();
  for (const rows of watched) await keepBefore(tx, id, rows);
  const outcome = await change();
  if (isRefusal(outcome)) return outcome;
  for (const rows of watched) await keepAfter(tx, id, rows);
  await tx.$executeRaw`DELETE FROM "UndoRow" WHERE "stepId" = ${id}::uuid AND before IS NOT DISTINCT FROM after`;
  return outcome;
}

export async function deleteOldUndoSteps(now: Date, tx: Db = db): Promise<void> {
  await tx.undoStep.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - undoTime) } } });
}

function keepBefore(tx: Db, stepId: string, { table, where }: Watched) {
  return tx.$executeRaw`
    INSERT INTO "UndoRow" ("stepId", "tableName", before)
    SELECT ${stepId}::uuid, ${table}, to_jsonb(t) FROM ${named(table)} t WHERE ${where}`;
}

async function keepAfter(tx: Db, stepId: string, { table, where }: Watched): Promise<void> {
  await tx.$executeRaw`
    UPDATE "UndoRow" u SET after = to_jsonb(t) FROM ${named(table)} t
    WHERE u."stepId" = ${stepId}::uuid AND u."tableName" = ${table} AND ${isRowOf(table)}`;
  await tx.$executeRaw`
    INSERT INTO "UndoRow" ("stepId", "tableName", after)
    SELECT ${stepId}::uuid, ${table}, to_jsonb(t) FROM ${named(table)} t
    WHERE ${where} AND NOT EXISTS (
      SELECT 1 FROM "UndoRow" u WHERE u."stepId" = ${stepId}::uuid AND u."tableName" = ${table} AND ${isRowOf(table)})`;
}
