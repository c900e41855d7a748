import { z } from "zod";
import { type Actor, isDinkes, NotAllowed, type Outcome } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { dateToDay, dayToDate } from "@/lib/time";
import { transact } from "@/lib/transact";

export function canSetStartOfUse(actor: Actor): boolean {
  if (isDinkes(actor)) return actor.role === "DINKES_ADMIN";
  return actor.role === "PUSKESMAS_ADMIN" || actor.role === "PUSKESMAS_HEAD";
}

export type StartOfUse = { month: string; by: { id: string; name: string } };

/** What counts for the actor's office, "2026-11-01", and whose word it is. */
export async function findStartOfUse(actor: Actor): Promise<StartOfUse | null> {
  const [row] = await db.$queryRaw<{ id: string; name: string; month: Date }[]>`
    SELECT a.id, a.name, e.month FROM unnest(${[...actor.organisation.pathIds]}::uuid[]) WITH ORDINALITY AS above(id, place)
    JOIN "Organisation" a ON a.id = above.id
    JOIN "StartOfUse" e ON e."organisationId" = a.id ORDER BY above.place DESC LIMIT 1`;
  return row ? { month: dateToDay(row.month), by: { id: row.id, name: row.name } } : null;
}

export const startOfUseSchema = z
  .object({
    month: z.preprocess(
      (value) => value || null,
      z.coerce.number({ error: "Pilih bulan" }).int().min(1).max(12).nullable(),
    ),
    year: z.preprocess(
      (value) => (typeof value === "string" ? value.trim() : value) || null,
      z.coerce
        .number({ error: "Tulis tahun seperti 2026" })
        .int("Tulis tahun seperti 2026")
        .min(2000, "Tahun harus antara 2000 dan 2100")
        .max(2100, "Tahun harus antara 2000 dan 2100")
        .nullable(),
    ),
  })
  .superRefine(({ month, year }, context) => {
    if (month !== null && year === null) context.addIssue({ code: "custom", path: ["year"], message: "Isi tahun" });
    if (month === null && year !== null) context.addIssue({ code: "custom", path: ["month"], message: "Pilih bulan" });
  })
  .transform(({ month, year }) =>
    month === null || year === null ? null : `${year}-${String(month).padStart(2, "0")}-01`,
  );

/** @param month "2026-11-01"; null takes the office's own word back, so that the one above counts again */
export async function setStartOfUse(actor: Actor, month: string | null): Promise<Outcome> {
  if (!canSetStartOfUse(actor)) throw new NotAllowed(actor, "set the start of use");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const row = await tx.startOfUse.findUnique({ where: { organisationId } });
    const before = row && dateToDay(row.month);
    if (before === month) return { ok: true };
    if (month === null) await tx.startOfUse.delete({ where: { organisationId } });
    else {
      const data = { month: dayToDate(month) };
      await tx.startOfUse.upsert({ where: { organisationId }, create: { organisationId, ...data }, update: data });
    }
    await recordEvent(tx, by(actor), {
      action: "start-of-use.set",
      subjectId: organisationId,
      organisationId,
      data: { before, after: month },
    });
    return { ok: true };
  });
}
