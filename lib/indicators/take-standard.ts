import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import { type Db, db } from "@/lib/db";
import { by, recordEvents } from "@/lib/events/record";
import { canDefineIndicators } from "@/lib/indicators/rules";
import { definitionWithSource, standardGroups } from "@/lib/indicators/standard";
import { plainWords } from "@/lib/plain-words";
import { transact } from "@/lib/transact";

const all = standardGroups.flatMap(({ indicators }) => indicators);

export const takeStandardSchema = z
  .object({ keys: z.array(z.string().max(60)).max(200).default([]), semua: z.string().optional() })
  .transform(({ keys, semua }) => ({ keys: semua ? all.map(({ key }) => key) : keys }));

export type TakeStandardInput = z.output<typeof takeStandardSchema>;

/** The names in small letters that an office has already, its own archived ones included, and those it uses of the offices above. */
export async function listTakenNames(actor: Actor, tx: Db = db): Promise<Set<string>> {
  const { id, pathIds } = actor.organisation;
  const rows = await tx.indicator.findMany({
    where: { OR: [{ organisationId: id }, { organisationId: { in: [...pathIds] }, archivedAt: null }] },
    take: 2000,
    select: { name: true },
  });
  return new Set(rows.map(({ name }) => plainWords(name)));
}

/** Makes the chosen ones the office's own. One that is there already is not made again: the office's row lock orders two at once. */
export async function takeStandardIndicators(
  actor: Actor,
  { keys }: TakeStandardInput,
): Promise<Outcome<{ added: number }>> {
  if (!canDefineIndicators(actor)) throw new NotAllowed(actor, "take standard indicators");
  const organisationId = actor.organisation.id;
  const chosen = all.filter(({ key }) => keys.includes(key));
  if (chosen.length === 0) return refuse("Pilih sekurangnya satu indikator.");
  return transact<Outcome<{ added: number }>>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const taken = await listTakenNames(actor, tx);
    const fresh = chosen
      .filter(({ name }) => !taken.has(plainWords(name)))
      .map((one) => ({ ...one, id: randomUUID() }));
    const { _max } = await tx.indicator.aggregate({ where: { organisationId }, _max: { position: true } });
    const last = _max.position ?? 0;
    await tx.indicator.createMany({
      data: fresh.map(({ key: _, source, definition, ...values }, index) => ({
        ...values,
        organisationId,
        definition: definitionWithSource({ definition, source }),
        position: last + 10 * (index + 1),
      })),
    });
    await recordEvents(
      tx,
      by(actor),
      fresh.map(({ id, name, form, unit }) => ({
        action: "indicator.defined" as const,
        subjectId: id,
        organisationId,
        data: { name, form, unit },
      })),
    );
    return { ok: true, added: fresh.length };
  });
}
