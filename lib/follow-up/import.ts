import { randomUUID } from "node:crypto";
import { type Actor, isPuskesmasWriter, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events";
import { readProgressFile } from "@/lib/follow-up/import-file";
import {
  type CurrentItem,
  type ProgressDraft,
  type ProgressPlan,
  planProgress,
  progressDoneSchema,
  progressDraftSchema,
  type ReadyChange,
} from "@/lib/follow-up/import-plan";
import { discardDraft, findDraft, keepDraft, lockDraft, type OnProgress } from "@/lib/imports/drafts";
import { listScope, ofScope } from "@/lib/plan/item-query";
import { Prisma } from "@/prisma/generated/client";

/** Progress is brought back by the staff of the puskesmas whose rows they are. */
export function canImportProgress(actor: Actor): boolean {
  return isPuskesmasWriter(actor);
}

/**
 * Reads an edited download and keeps its rows until they are confirmed.
 * @param id made when the form was shown: sent again, with another file perhaps, it is the same draft
 */
export async function draftProgress(
  actor: Actor,
  { id, name, bytes }: { id: string; name: string; bytes: Buffer },
): Promise<Outcome<{ id: string }>> {
  if (!canImportProgress(actor)) throw new NotAllowed(actor, "import progress");
  const read = await readProgressFile(bytes);
  if (!read.ok) return read;
  return keepDraft(actor, "PROGRESS", { id, fileName: name, rows: read.draft });
}

/** An upload with what it would do now, or what it did once confirmed; null where there is none of the actor's. */
export async function findProgressImport(actor: Actor, id: string) {
  const found = await findDraft(actor, "PROGRESS", id);
  if (!found) return null;
  const { rows, ...facts } = found;
  if (found.confirmedAt) return { ...facts, confirmedAt: found.confirmedAt, done: progressDoneSchema.parse(rows) };
  const draft = progressDraftSchema.parse(rows);
  return { ...facts, confirmedAt: null, plan: planProgress(draft, await readCurrent(db, actor, draft, false)) };
}

/** Throws an upload away. */
export async function discardProgress(actor: Actor, id: string): Promise<Outcome> {
  if (!canImportProgress(actor)) throw new NotAllowed(actor, "discard an import of progress");
  await discardDraft(actor, "PROGRESS", id);
  return { ok: true };
}

/**
 * Saves the rows that are ready, in one transaction, each as a report of progress. They are looked at once more under
 * their locks: where that would do anything else than what was shown, nothing is done.
 * @param shown the fingerprint of the plan that was shown
 */
export async function confirmProgress(
  actor: Actor,
  id: string,
  shown: string,
  onProgress: OnProgress = () => {},
): Promise<Outcome> {
  if (!canImportProgress(actor)) throw new NotAllowed(actor, "confirm an import of progress");
  return db.$transaction((tx) => confirm(tx, actor, id, shown, onProgress), { timeout: 120_000, maxWait: 20_000 });
}

async function confirm(tx: Db, actor: Actor, id: string, shown: string, onProgress: OnProgress): Promise<Outcome> {
  const found = await lockDraft(tx, actor, "PROGRESS", id);
  if (!found) return refuse("Pratinjau ini sudah dibatalkan atau lewat sehari. Unggah lagi berkasnya.");
  if (found.confirmedAt) return { ok: true };
  const draft = progressDraftSchema.parse(found.rows);
  const plan = planProgress(draft, await readCurrent(tx, actor, draft, true));
  if (plan.fingerprint !== shown)
    return refuse(
      "RTL berubah sejak pratinjau ini dibuka, belum ada yang disimpan. Periksa pratinjau yang baru, lalu simpan lagi.",
    );
  if (plan.ready.length === 0) return refuse("Tidak ada baris yang siap disimpan");
  for (let from = 0; from < plan.ready.length; from += rowsPerStatement) {
    await writeReports(tx, actor, plan.ready.slice(from, from + rowsPerStatement));
    await onProgress(Math.min(from + rowsPerStatement, plan.ready.length), plan.ready.length);
  }
  await tx.importDraft.update({ where: { id }, data: { confirmedAt: new Date(), rows: doneOf(plan) } });
  await recordEvent(tx, {
    ...by(actor),
    organisationId: actor.organisation.id,
    verb: "mengimpor kemajuan RTL",
    subject: found.fileName,
    detail: { hasil: `${plan.ready.length} RTL` },
  });
  return { ok: true };
}

const rowsPerStatement = 500;

/** Three statements for 500 rows: reports, what the rows then show, and one event each. */
async function writeReports(tx: Db, actor: Actor, changes: readonly ReadyChange[]): Promise<void> {
  const now = new Date();
  const rows = changes.map((change) => ({ ...change, id: randomUUID() }));
  const said = Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS r(id uuid, "itemId" uuid, status text, percent int, note text, subject text, "from" text, "to" text)`;
  await tx.$executeRaw`
    INSERT INTO "ProgressReport" (id, "itemId", percent, status, note, "reportedById", reporter, "createdAt")
    SELECT r.id, r."itemId", r.percent, r.status::"ProgressStatus", r.note, ${actor.userId}::uuid, ${`${actor.name} (dari Excel)`},
      greatest(${now}::timestamptz, (SELECT max(p."createdAt") FROM "ProgressReport" p WHERE p."itemId" = r."itemId") + interval '1 ms')
    FROM ${said}`;
  await tx.$executeRaw`
    UPDATE "ActionItem" t SET percent = r.percent, status = r.status::"ProgressStatus" FROM ${said} WHERE t.id = r."itemId"`;
  const { userId, actor: name, onBehalfOf } = by(actor);
  await tx.$executeRaw`
    INSERT INTO "Event" ("organisationId", "meetingId", "userId", actor, "onBehalfOf", verb, subject, detail)
    SELECT m."hostId", m.id, ${userId}::uuid, ${name}, ${onBehalfOf}, 'melaporkan kemajuan', r.subject,
      jsonb_build_object('dari', r."from", 'menjadi', r."to", 'cara', 'berkas Excel')
    FROM ${said} JOIN "ActionItem" t ON t.id = r."itemId" JOIN "Meeting" m ON m.id = t."meetingId"`;
}

/** The rows a draft speaks of that are the actor's; held until the transaction ends where they are to be changed. */
async function readCurrent(
  tx: Db,
  actor: Actor,
  draft: ProgressDraft,
  isHeld: boolean,
): Promise<Map<string, CurrentItem>> {
  const ids = [...new Set(draft.rows.map(({ cells }) => cells.id?.trim().toLowerCase()).filter(isId))];
  const scope = await listScope(actor);
  if (isHeld)
    await tx.$queryRaw`
      SELECT count(*)::int FROM (
        SELECT 1 FROM "ActionItem" t WHERE t.id = ANY(${ids}::uuid[]) AND ${ofScope(actor, scope)} ORDER BY t.id FOR NO KEY UPDATE
      ) held`;
  const items = await tx.$queryRaw<CurrentItem[]>`
    SELECT t.id, t.number, t.activity, t.status::text AS status, t.percent, r."createdAt" AS "lastReportedAt", r.note AS "lastNote"
    FROM "ActionItem" t LEFT JOIN LATERAL (
      SELECT p."createdAt", p.note FROM "ProgressReport" p WHERE p."itemId" = t.id ORDER BY p."createdAt" DESC, p.id DESC LIMIT 1
    ) r ON true
    WHERE t.id = ANY(${ids}::uuid[]) AND ${ofScope(actor, scope)}`;
  return new Map(items.map((item) => [item.id, item]));
}

function doneOf({ ready, unchanged, conflicts, refused }: ProgressPlan) {
  return { saved: ready.length, unchanged, conflicts: conflicts.length, refused: refused.length };
}
