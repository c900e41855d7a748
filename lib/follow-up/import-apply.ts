import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/actor";
import { type Db, isId } from "@/lib/db";
import type { EventData } from "@/lib/events/kinds";
import { by, recordEvent } from "@/lib/events/record";
import type { CurrentItem, ProgressDraft, ProgressPlan, ReadyChange } from "@/lib/follow-up/import-plan";
import type { OnProgress } from "@/lib/imports/drafts";
import { listScope, ofScope } from "@/lib/plan/item-query";
import { Prisma } from "@/prisma/generated/client";

const rowsPerStatement = 500;

export async function writeProgress(
  tx: Db,
  actor: Actor,
  { plan, fileName }: { plan: ProgressPlan; fileName: string },
  onProgress: OnProgress,
): Promise<void> {
  for (let from = 0; from < plan.ready.length; from += rowsPerStatement) {
    await writeReports(tx, actor, plan.ready.slice(from, from + rowsPerStatement));
    await onProgress(Math.min(from + rowsPerStatement, plan.ready.length), plan.ready.length);
  }
  await recordEvent(tx, by(actor), {
    action: "progress.imported",
    subjectId: actor.organisation.id,
    organisationId: actor.organisation.id,
    data: { file: fileName, count: plan.ready.length },
  });
}

async function writeReports(tx: Db, actor: Actor, changes: readonly ReadyChange[]): Promise<void> {
  const now = new Date();
  const rows = changes.map((change) => ({ ...change, id: randomUUID(), data: eventData(change) }));
  const said = Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    AS r(id uuid, "itemId" uuid, status text, percent int, note text, data jsonb)`;
  await tx.$executeRaw`
    INSERT INTO "ProgressReport" (id, "itemId", percent, status, note, "reportedById", reporter, "createdAt")
    SELECT r.id, r."itemId", r.percent, r.status::"ProgressStatus", r.note, ${actor.userId}::uuid, ${`${actor.name} (dari Excel)`},
      greatest(${now}::timestamptz, (SELECT max(p."createdAt") FROM "ProgressReport" p WHERE p."itemId" = r."itemId") + interval '1 ms')
    FROM ${said}`;
  await tx.$executeRaw`
    UPDATE "ActionItem" t SET percent = r.percent, status = r.status::"ProgressStatus" FROM ${said} WHERE t.id = r."itemId"`;
  const { actor: name, onBehalfOf } = by(actor);
  await tx.$executeRaw`
    INSERT INTO "Event" ("organisationId", "meetingId", "userId", actor, "onBehalfOf", action, "subjectType", "subjectId", data)
    SELECT m."hostId", m.id, ${actor.userId}::uuid, ${name}, ${onBehalfOf}, 'progress.reported', 'item', t.id, r.data
    FROM ${said} JOIN "ActionItem" t ON t.id = r."itemId" JOIN "Meeting" m ON m.id = t."meetingId"`;
}

function eventData({ number, activity, before, status, percent }: ReadyChange): EventData<"progress.reported"> {
  return { number, activity, before, after: { status, percent }, day: null, fromFile: true };
}

/** The rows a draft speaks of that are the actor's; held until the transaction ends where they are to be changed. */
export async function readCurrent(
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
