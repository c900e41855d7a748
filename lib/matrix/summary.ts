// What is counted per puskesmas, kept for offices with many of them, after the events of every write.
import { db } from "@/lib/db";
import { currentFacts, periodFacts, planFacts, sectorFacts } from "@/lib/matrix/facts-sql";
import { dayOf } from "@/lib/time";
import { transact } from "@/lib/transact";
import { Prisma } from "@/prisma/generated/client";

const atOnce = 100;
/** Longer than any transaction lasts: what committed late is looked at once more. */
const settledMs = 10 * 60_000;

/**
 * Counts anew every puskesmas of which something was written since the last time, on which a new day has come, or that
 * was never counted.
 * @returns how many those were
 */
export async function refreshSummaries(now: Date, signal?: AbortSignal): Promise<number> {
  const today = dayOf(now, "Asia/Jakarta");
  const progress = (await db.summaryProgress.findFirst()) ?? { eventId: 0n, ranAt: null };
  const [newest] = await db.$queryRaw<{ id: bigint | null }[]>`
    SELECT max(id) AS id FROM "Event" WHERE id > ${progress.eventId} AND at < ${new Date(now.getTime() - settledMs)}`;
  const ids = await listStale(progress.ranAt ? progress.eventId : null, today);
  for (let from = 0; from < ids.length; from += atOnce) {
    if (signal?.aborted) return from;
    await countAnew(ids.slice(from, from + atOnce), today);
  }
  const followed = { eventId: newest?.id ?? progress.eventId, ranAt: now };
  await transact((tx) =>
    tx.summaryProgress.upsert({ where: { id: 1 }, create: { id: 1, ...followed }, update: followed }),
  );
  return ids.length;
}

/** @param eventId null: nothing was counted yet, so that every puskesmas is */
async function listStale(eventId: bigint | null, today: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH written AS (SELECT DISTINCT "organisationId", "meetingId" FROM "Event" WHERE id > ${eventId})
    SELECT o.id FROM "Organisation" o
    LEFT JOIN "PuskesmasSummary" s ON s."puskesmasId" = o.id
    WHERE o.kind = 'PUSKESMAS' AND (s."puskesmasId" IS NULL OR s."asOf" < ${today}::date
      OR o.id IN (SELECT "organisationId" FROM written)
      OR o.id IN (SELECT g."puskesmasId" FROM written w JOIN "MeetingOrganiser" g ON g."meetingId" = w."meetingId"))
    ORDER BY o.id`;
  return rows.map(({ id }) => id);
}

async function countAnew(ids: string[], today: string): Promise<void> {
  const puskesmas = Prisma.sql`SELECT unnest(${ids}::uuid[])`;
  await transact(async (tx) => {
    // Two workers at once do it one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(20261128)`;
    await tx.periodSummary.deleteMany({ where: { puskesmasId: { in: ids } } });
    await tx.planSummary.deleteMany({ where: { puskesmasId: { in: ids } } });
    await tx.sectorSummary.deleteMany({ where: { puskesmasId: { in: ids } } });
    await tx.puskesmasSummary.deleteMany({ where: { puskesmasId: { in: ids } } });
    await tx.$executeRaw`
      INSERT INTO "PeriodSummary" ("puskesmasId", year, kind, period, "meetingId", status, day, "isApproved", "reportState",
        "reportedOn") ${periodFacts(puskesmas, null)}`;
    await tx.$executeRaw`
      INSERT INTO "PlanSummary" ("puskesmasId", year, quarter, "inTime", late, overdue, pending)
      ${planFacts(puskesmas, null, today)}`;
    await tx.$executeRaw`
      INSERT INTO "SectorSummary" ("puskesmasId", year, quarter, sector, invited, came, represented)
      ${sectorFacts(puskesmas, null)}`;
    await tx.$executeRaw`
      INSERT INTO "PuskesmasSummary" ("puskesmasId", open, overdue, "dueSoon", "ageDays", "oldestOn", "lastActiveAt", "asOf")
      SELECT f.*, ${today}::date FROM (${currentFacts(puskesmas, today)}) f`;
  });
}
