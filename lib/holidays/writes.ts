import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { by, recordEvent } from "@/lib/events/record";
import { canWriteHolidays } from "@/lib/holidays/rules";
import { dateToDay, dayToDate, isDay } from "@/lib/time";
import { transact } from "@/lib/transact";
import { keepForUndo } from "@/lib/undo/keep";
import { Prisma } from "@/prisma/generated/client";

export async function addHolidays(
  actor: Actor,
  days: readonly { day: string; name: string }[],
): Promise<Outcome<{ saved: number }>> {
  if (!canWriteHolidays(actor)) throw new NotAllowed(actor, "add holidays");
  const organisationId = actor.organisation.id;
  return transact<Outcome<{ saved: number }>>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const dates = days.map(({ day }) => dayToDate(day));
    const before = await tx.holiday.findMany({ where: { organisationId, day: { in: dates } } });
    const saved = new Map(before.map((row) => [dateToDay(row.day), row.name]));
    const changed = days.filter(({ day, name }) => saved.get(day) !== name);
    if (changed.length === 0) return { ok: true, saved: 0 };
    await tx.holiday.deleteMany({ where: { organisationId, day: { in: changed.map(({ day }) => dayToDate(day)) } } });
    await tx.holiday.createMany({
      data: changed.map(({ day, name }) => ({ organisationId, day: dayToDate(day), name })),
    });
    await recordEvent(tx, by(actor), {
      action: "holidays.added",
      subjectId: organisationId,
      organisationId,
      data: { days: changed.map(({ day, name }) => ({ day, name })) },
    });
    return { ok: true, saved: changed.length };
  });
}

export async function removeHoliday(actor: Actor, day: string, undoId?: string): Promise<Outcome> {
  if (!canWriteHolidays(actor)) throw new NotAllowed(actor, "remove a holiday");
  if (typeof day !== "string" || !isDay(day)) return refuse("Hari ini tidak ada di daftar. Muat ulang halaman ini.");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    const key = { organisationId, day: dayToDate(day) };
    const before = await tx.holiday.findUnique({ where: { organisationId_day: key } });
    if (!before) return { ok: true };
    const step = { id: undoId, kind: "holiday", words: `hari libur ${before.name} dihapus` } as const;
    const row = Prisma.sql`t."organisationId" = ${organisationId}::uuid AND t."day" = ${day}::date`;
    const { count } = await keepForUndo(tx, { actor, meeting: null, step }, [{ table: "Holiday", where: row }], () =>
      tx.holiday.deleteMany({ where: key }),
    );
    if (count > 0)
      await recordEvent(tx, by(actor), {
        action: "holiday.removed",
        subjectId: organisationId,
        organisationId,
        data: { day, name: before.name },
      });
    return { ok: true };
  });
}
