import type { Actor, Outcome } from "@/lib/actor";
import { db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { requireKeeper } from "@/lib/installation/keeper";
import { defaultRetention, type Retention } from "@/lib/privacy/kinds";
import { transact } from "@/lib/transact";

const only = { id: 1 };
const columns = { contactMonths: true, signatureMonths: true, staffMonths: true, readingMonths: true } as const;

/** What counts now: the admin's choice, else the default. Told to anybody, since it is about everybody. */
export async function findRetention(): Promise<Retention> {
  return (await db.retentionSettings.findUnique({ where: only, select: columns })) ?? defaultRetention();
}

export async function setRetention(actor: Actor, input: Retention): Promise<Outcome> {
  await requireKeeper(actor, "set how long personal data is kept");
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
    const before = (await tx.retentionSettings.findUnique({ where: only, select: columns })) ?? defaultRetention();
    await tx.retentionSettings.upsert({ where: only, create: { ...only, ...input }, update: input });
    if (JSON.stringify(before) === JSON.stringify(input)) return { ok: true };
    await recordEvent(tx, by(actor), {
      action: "retention.set",
      subjectId: organisationId,
      organisationId,
      data: { before, after: input },
    });
    return { ok: true };
  });
}
