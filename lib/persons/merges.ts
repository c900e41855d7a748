import { type Actor, NotAllowed, type Outcome, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { canWriteDirectory } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { personLine } from "@/lib/persons/rules";
import { transact } from "@/lib/transact";
import type { Person } from "@/prisma/generated/client";

/**
 * Two records are one person from now on: whatever points to the absorbed one counts for the kept one. No row is
 * rewritten, so that undoing leaves everything as it was; names on what was issued stay.
 */
export async function mergePersons(
  actor: Actor,
  { id, keptId, absorbedId }: { id: string; keptId: string; absorbedId: string },
): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    await holdRecords(tx, actor, "merge persons");
    const kept = await requirePerson(tx, actor, keptId);
    const absorbed = await requirePerson(tx, actor, absorbedId);
    if (keptId === absorbedId) return refuse("Pilih dua catatan yang berbeda");
    const already = await tx.personMerge.findUnique({ where: { id } });
    if (already) return already.keptId === keptId && already.absorbedId === absorbedId ? { ok: true } : reload;
    if (kept.mergedIntoId || absorbed.mergedIntoId)
      return refuse(
        "Salah satu catatan ini baru saja digabung dengan yang lain. Muat ulang halaman ini, lalu periksa.",
      );
    await tx.personMerge.create({
      data: { id, keptId, absorbedId, mergedById: actor.userId, merger: actor.name },
    });
    await pointTo(tx, absorbedId, keptId);
    await recordEvent(tx, by(actor), {
      action: "person.merged",
      subjectId: keptId,
      organisationId: actor.organisation.id,
      data: { keptId, kept: personLine(kept), absorbedId, absorbed: personLine(absorbed) },
    });
    return { ok: true };
  });
}

/** Takes a merge back; whatever was noted with the kept record meanwhile stays there. */
export async function undoMerge(actor: Actor, mergeId: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    await holdRecords(tx, actor, "undo a merge of persons");
    const merge = await tx.personMerge.findFirst({
      where: { id: mergeId, kept: { organisationId: actor.organisation.id } },
      include: { kept: true, absorbed: true },
    });
    if (!merge) throw new NotAllowed(actor, `undo merge ${mergeId}`);
    if (merge.undoneAt) return { ok: true };
    await tx.personMerge.update({
      where: { id: mergeId },
      data: { undoneAt: new Date(), undoneById: actor.userId, undoer: actor.name },
    });
    await pointTo(tx, merge.absorbedId, null);
    await tellApart(tx, actor, merge.keptId, merge.absorbedId);
    const { keptId, absorbedId, kept, absorbed } = merge;
    await recordEvent(tx, by(actor), {
      action: "person.merge-undone",
      subjectId: keptId,
      organisationId: actor.organisation.id,
      data: { keptId, kept: personLine(kept), absorbedId, absorbed: personLine(absorbed) },
    });
    return { ok: true };
  });
}

/** Says that two records alike are two people: they are proposed no more. */
export async function keepApart(actor: Actor, oneId: string, otherId: string): Promise<Outcome> {
  return transact<Outcome>(async (tx) => {
    await holdRecords(tx, actor, "tell persons apart");
    const one = await requirePerson(tx, actor, oneId);
    const other = await requirePerson(tx, actor, otherId);
    if (oneId === otherId) return reload;
    if ((await tellApart(tx, actor, oneId, otherId)) > 0)
      await recordEvent(tx, by(actor), {
        action: "person.told-apart",
        subjectId: oneId,
        organisationId: actor.organisation.id,
        data: { one: personLine(one), otherId, other: personLine(other) },
      });
    return { ok: true };
  });
}

const reload = refuse("Muat ulang halaman ini, lalu coba lagi");

/** One merge of an office after the other: each follows the merges before it. */
async function holdRecords(tx: Db, actor: Actor, what: string): Promise<void> {
  if (!canWriteDirectory(actor)) throw new NotAllowed(actor, what);
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${actor.organisation.id}::uuid FOR NO KEY UPDATE`;
}

async function requirePerson(tx: Db, actor: Actor, id: string): Promise<Person> {
  const person = await tx.person.findFirst({ where: { id, organisationId: actor.organisation.id } });
  if (!person) throw new NotAllowed(actor, `merge person ${id}`);
  return person;
}

/** A record, with all that were merged into it before, now ends at `rootId`, or at itself. */
async function pointTo(tx: Db, id: string, rootId: string | null): Promise<void> {
  const end = rootId ?? id;
  await tx.$executeRaw`
    WITH RECURSIVE below(id) AS (
      SELECT ${id}::uuid
      UNION
      SELECT m."absorbedId" FROM below b JOIN "PersonMerge" m ON m."keptId" = b.id AND m."undoneAt" IS NULL
    )
    UPDATE "Person" p SET "mergedIntoId" = nullif(${end}::uuid, p.id) FROM below b WHERE p.id = b.id`;
}

async function tellApart(tx: Db, actor: Actor, oneId: string, otherId: string): Promise<number> {
  const [firstId = "", secondId = ""] = [oneId, otherId].sort();
  const { count } = await tx.personDistinction.createMany({
    data: { firstId, secondId, decidedById: actor.userId, decider: actor.name },
    skipDuplicates: true,
  });
  return count;
}
