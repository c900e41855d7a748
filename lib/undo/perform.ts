import { type Actor, isRefusal, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { type Db, isBrokenConstraint, isId } from "@/lib/db";
import { by, recordEvent, recordMeetingEvent } from "@/lib/events/record";
import { holdMeeting } from "@/lib/meetings/hold";
import { transact } from "@/lib/transact";
import { undoChanges } from "@/lib/undo/changes";
import { isOfficeUndoKind, isUndoKind, undoTime } from "@/lib/undo/kinds";
import { officeUndoChanges } from "@/lib/undo/office-changes";
import { isRowOf, keyColumns, named, type UndoTable, undoTableNames } from "@/lib/undo/tables";
import { Prisma } from "@/prisma/generated/client";

const gone = refuse("Tidak ada yang dapat diurungkan: sudah lebih dari satu jam, atau sudah diurungkan.");
const changed = refuse("Tidak dapat diurungkan: sesudahnya sudah ada yang mengubahnya lagi.");

/** Takes back what the actor did within the hour, unless its rows were changed again since. */
export async function undo(actor: Actor, stepId: string): Promise<Outcome<{ words: string }>> {
  if (!isId(stepId)) return gone;
  try {
    return await transact<Outcome<{ words: string }>>(async (tx) => {
      const createdAt = { gt: new Date(Date.now() - undoTime) };
      const where = { id: stepId, userId: actor.userId, organisationId: actor.organisation.id, createdAt };
      const step = await tx.undoStep.findFirst({ where });
      if (!step) return gone;
      const held = await hold(tx, actor, step);
      if (isRefusal(held)) return held;
      const tables = await tablesOf(tx, stepId);
      for (const table of tables) if (await isChanged(tx, stepId, table)) return changed;
      for (const table of tables.toReversed()) await removeMade(tx, stepId, table);
      for (const table of tables) await bringBack(tx, stepId, table);
      // Pressed twice at once, the second waits for the meeting and finds no step.
      const { count } = await tx.undoStep.deleteMany({ where: { id: stepId } });
      if (count === 0) return gone;
      const { words } = step;
      await held.record(words);
      return { ok: true, words };
    });
  } catch (error) {
    if (isBrokenConstraint(error)) return changed;
    throw error;
  }
}

type Step = { id: string; kind: string; meetingId: string | null };

/** Holds what the step is of, as the change itself did. */
async function hold(tx: Db, actor: Actor, step: Step): Promise<Refusal | { record: (words: string) => Promise<void> }> {
  const { id, kind, meetingId } = step;
  if (meetingId && isUndoKind(kind)) {
    const meeting = await holdMeeting(tx, actor, meetingId, undoChanges[kind]);
    if (isRefusal(meeting)) return meeting;
    const action = "meeting.action-undone";
    return {
      record: (words) => recordMeetingEvent(tx, by(actor), meeting, { action, subjectId: meetingId, data: { words } }),
    };
  }
  if (meetingId || !isOfficeUndoKind(kind)) return gone;
  await officeUndoChanges[kind](tx, actor, id);
  const office = { subjectId: actor.organisation.id, organisationId: actor.organisation.id };
  return {
    record: (words) => recordEvent(tx, by(actor), { action: "organisation.action-undone", ...office, data: { words } }),
  };
}

async function tablesOf(tx: Db, stepId: string): Promise<UndoTable[]> {
  const rows = await tx.undoRow.findMany({ where: { stepId }, distinct: ["tableName"], select: { tableName: true } });
  const names = new Set(rows.map(({ tableName }) => tableName));
  return undoTableNames.filter((table) => names.has(table));
}

const ofStep = (stepId: string, table: UndoTable) =>
  Prisma.sql`u."stepId" = ${stepId}::uuid AND u."tableName" = ${table}`;

async function isChanged(tx: Db, stepId: string, table: UndoTable): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "UndoRow" u
    WHERE ${ofStep(stepId, table)}
      AND (SELECT to_jsonb(t) FROM ${named(table)} t WHERE ${isRowOf(table)}) IS DISTINCT FROM u.after`;
  return row?.count !== 0;
}

async function removeMade(tx: Db, stepId: string, table: UndoTable): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM ${named(table)} t USING "UndoRow" u
    WHERE ${ofStep(stepId, table)} AND u.before IS NULL AND ${isRowOf(table)}`;
}

/** A photo whose place was given to another comes last. */
const placed = Prisma.sql`CASE WHEN EXISTS (
    SELECT 1 FROM "Document" d WHERE d."meetingId" = (u.before->>'meetingId')::uuid AND d."position" = (u.before->>'position')::int)
  THEN u.before || jsonb_build_object('position', (
    SELECT max(d."position") + 1 FROM "Document" d WHERE d."meetingId" = (u.before->>'meetingId')::uuid))
  ELSE u.before END`;

/** A device that saw a row's later version learns of the one that comes back by a yet later one. */
const renumbered = Prisma.sql`CASE WHEN u.before ? 'version'
  THEN u.before || jsonb_build_object('version', greatest((u.before->>'version')::int, (u.after->>'version')::int) + 1)
  ELSE u.before END`;

async function bringBack(tx: Db, stepId: string, table: UndoTable): Promise<void> {
  const columns = await tx.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT jsonb_object_keys(u.before) AS name FROM "UndoRow" u
    WHERE ${ofStep(stepId, table)} AND u.before IS NOT NULL`;
  if (columns.length === 0) return;
  const values = Prisma.join(columns.map(({ name }) => Prisma.raw(`"${name}" = EXCLUDED."${name}"`)));
  await tx.$executeRaw`
    INSERT INTO ${named(table)}
    SELECT r.* FROM "UndoRow" u, jsonb_populate_record(NULL::${named(table)}, ${table === "Document" ? placed : renumbered}) r
    WHERE ${ofStep(stepId, table)} AND u.before IS NOT NULL
    ON CONFLICT (${keyColumns(table)}) DO UPDATE SET ${values}`;
}
