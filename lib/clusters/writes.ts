import { type Actor, NotAllowed, type Outcome, type Refusal, refuse } from "@/lib/actor";
import { contentOf, putInto } from "@/lib/clusters/content";
import { canManageClusters } from "@/lib/clusters/rules";
import type { ClusterInput, NewClusterInput } from "@/lib/clusters/schema";
import { type Db, isId } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { transact } from "@/lib/transact";

/** Locks the office, so that two edits of its clusters come one after the other. */
export async function holdClusters(tx: Db, actor: Actor): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${actor.organisation.id}::uuid FOR NO KEY UPDATE`;
}

export function requireManager(actor: Actor, what: string): void {
  if (!canManageClusters(actor)) throw new NotAllowed(actor, what);
}

export async function addCluster(actor: Actor, input: NewClusterInput): Promise<Outcome<{ id: string }>> {
  requireManager(actor, "add a cluster");
  const organisationId = actor.organisation.id;
  const { id, name } = input;
  return transact<Outcome<{ id: string }>>(
    async (tx) => {
      await holdClusters(tx, actor);
      if (await tx.cluster.findFirst({ where: { id, organisationId } })) return { ok: true, id };
      await tx.cluster.create({ data: { id, organisationId, name } });
      const refusal = await putInto(tx, actor, id, input);
      if (refusal) return refusal;
      const data = { name, ...(await contentOf(tx, id)) };
      await recordEvent(tx, by(actor), { action: "cluster.added", subjectId: id, organisationId, data });
      return { ok: true, id };
    },
    { onDuplicate: () => sameName(name) },
  );
}

export async function editCluster(actor: Actor, id: string, input: ClusterInput): Promise<Outcome> {
  requireManager(actor, `edit cluster ${id}`);
  const organisationId = actor.organisation.id;
  return transact<Outcome>(
    async (tx) => {
      await holdClusters(tx, actor);
      const cluster = isId(id) ? await tx.cluster.findFirst({ where: { id, organisationId } }) : null;
      if (!cluster) return gone;
      if (cluster.version !== input.version) return editedMeanwhile;
      const before = { name: cluster.name, ...(await contentOf(tx, id)) };
      await tx.cluster.update({ where: { id }, data: { name: input.name, version: { increment: 1 } } });
      const refusal = await putInto(tx, actor, id, input);
      if (refusal) return refusal;
      const data = { before, after: { name: input.name, ...(await contentOf(tx, id)) } };
      await recordEvent(tx, by(actor), { action: "cluster.edited", subjectId: id, organisationId, data });
      return { ok: true };
    },
    { onDuplicate: () => sameName(input.name) },
  );
}

/** Its members are in no cluster afterwards; with the last one, all reviewers see all of the office again. */
export async function removeCluster(actor: Actor, id: string): Promise<Outcome> {
  requireManager(actor, `remove cluster ${id}`);
  const organisationId = actor.organisation.id;
  return transact<Outcome>(async (tx) => {
    await holdClusters(tx, actor);
    const cluster = isId(id) ? await tx.cluster.findFirst({ where: { id, organisationId } }) : null;
    if (!cluster) return { ok: true };
    const data = { name: cluster.name, ...(await contentOf(tx, id)) };
    await tx.cluster.delete({ where: { id } });
    await recordEvent(tx, by(actor), { action: "cluster.removed", subjectId: id, organisationId, data });
    return { ok: true };
  });
}

export const gone = refuse("Klaster ini sudah dihapus. Buka lagi daftar klaster.");

const editedMeanwhile = refuse(
  "Klaster ini baru saja diubah orang lain. Muat ulang halaman untuk melihat perubahannya, lalu ulangi perubahan Anda.",
);

function sameName(name: string): Refusal {
  return refuse(`Sudah ada klaster bernama ${name}. Beri nama lain.`, "name");
}
