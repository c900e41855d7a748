// What is read from the summaries changes when they are counted anew: until then everybody is given the same reading.
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import type { Office } from "@/lib/matrix/office";
import type { Matrix } from "@/lib/matrix/rows";

const mostKept = 24;
const readings = new Map<string, Promise<Matrix>>();

export async function readOnce(
  { within }: Actor,
  office: Office,
  { year, today }: { year: number; today: string },
  read: () => Promise<Matrix>,
): Promise<Matrix> {
  const [state] = await db.$queryRaw<{ ranAt: Date | null; days: string | null; starts: string | null }[]>`
    SELECT (SELECT "ranAt" FROM "SummaryProgress" LIMIT 1) AS "ranAt",
      (SELECT md5(string_agg(concat_ws(' ', "organisationId", "monthlyDay", "reportDays"), ',' ORDER BY "organisationId"))
        FROM "LokminDueDate") AS days,
      (SELECT md5(string_agg(concat_ws(' ', "organisationId", month), ',' ORDER BY "organisationId"))
        FROM "StartOfUse") AS starts`;
  const countedAt = state?.ranAt ?? null;
  const key = JSON.stringify([office.id, within?.toSorted(), year, today, countedAt, state?.days, state?.starts]);
  const known = readings.get(key);
  const reading = known ?? read();
  if (!known) keep(key, reading);
  return { ...(await reading), countedAt };
}

function keep(key: string, reading: Promise<Matrix>): void {
  readings.set(key, reading);
  reading.catch(() => readings.delete(key));
  for (const oldest of readings.keys()) {
    if (readings.size <= mostKept) return;
    readings.delete(oldest);
  }
}
