import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { by, recordEvents } from "@/lib/events/record";
import { canDefineIndicators } from "@/lib/indicators/rules";
import type { IndicatorRow } from "@/lib/indicators/schema";
import { lastPosition, nameTaken } from "@/lib/indicators/writes";
import { plainWords } from "@/lib/plain-words";
import { transact } from "@/lib/transact";

/** Defines all rows of a grid or none. Rows that are there already, sent twice, are not made again. */
export async function defineIndicators(
  actor: Actor,
  rows: readonly IndicatorRow[],
): Promise<Outcome<{ added: number }>> {
  if (!canDefineIndicators(actor)) throw new NotAllowed(actor, "define indicators");
  const organisationId = actor.organisation.id;
  return transact<Outcome<{ added: number }>>(
    async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
      const before = await tx.indicator.findMany({ where: { organisationId }, select: { id: true, name: true } });
      const fresh = rows.filter(({ id }) => !before.some((one) => one.id === id));
      const names = new Set(before.map(({ name }) => plainWords(name)));
      for (const { index, name } of fresh) {
        if (names.has(plainWords(name))) return nameTaken(name, `rows.${index}.name`);
        names.add(plainWords(name));
      }
      const last = await lastPosition(tx, organisationId);
      await tx.indicator.createMany({
        data: fresh.map(({ index: _, position: __, ...values }, place) => ({
          ...values,
          organisationId,
          position: last + 10 * (place + 1),
        })),
      });
      await recordEvents(
        tx,
        by(actor),
        fresh.map(({ id, name, form, unit }) => ({
          action: "indicator.defined",
          subjectId: id,
          organisationId,
          data: { name, form, unit },
        })),
      );
      return { ok: true, added: fresh.length };
    },
    { onDuplicate: () => refuse("Salah satu indikator ini baru saja dibuat orang lain. Simpan sekali lagi.") },
  );
}
