import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { computedHolidays } from "@/lib/holidays/computed";
import { type Holiday, mergeHolidays } from "@/lib/holidays/rules";
import { dateToDay, dayToDate } from "@/lib/time";

/**
 * The holidays of a year as they count for the actor's organisation, by day: computed ones, its own, and those of the
 * offices above it.
 */
export async function listHolidays(actor: Actor, year: number): Promise<Holiday[]> {
  const rows = await db.holiday.findMany({
    where: {
      organisationId: { in: [...actor.organisation.pathIds] },
      day: { gte: dayToDate(`${year}-01-01`), lte: dayToDate(`${year}-12-31`) },
    },
    orderBy: { day: "asc" },
    take: 500,
    select: { day: true, name: true, organisation: { select: { id: true, name: true } } },
  });
  const typed = rows.map(
    ({ day, name, organisation }): Holiday => ({ day: dateToDay(day), name, isEstimate: false, by: organisation }),
  );
  return mergeHolidays(computedHolidays(year), typed);
}
