import { type Actor, type Refusal, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";

export type ClusterContent = { members: string[]; reviewers: string[] };

export async function contentOf(tx: Db, id: string): Promise<ClusterContent> {
  const members = await tx.clusterMember.findMany({
    where: { clusterId: id },
    orderBy: { organisation: { name: "asc" } },
    select: { organisation: { select: { name: true } } },
  });
  const reviewers = await tx.clusterReviewer.findMany({
    where: { clusterId: id },
    orderBy: { user: { name: "asc" } },
    select: { user: { select: { name: true } } },
  });
  return {
    members: members.map(({ organisation }) => organisation.name),
    reviewers: reviewers.map(({ user }) => user.name),
  };
}

/** Puts exactly these into the cluster; what was in another one leaves it, which counts as an edit of that one. */
export async function putInto(
  tx: Db,
  actor: Actor,
  clusterId: string,
  { members, reviewers }: { members: string[]; reviewers: string[] },
): Promise<Refusal | null> {
  const office = actor.organisation.id;
  const below = await tx.organisation.count({ where: { id: { in: members }, parentId: office } });
  if (below < members.length)
    return refuse(
      "Salah satu instansi yang dicentang tidak lagi di bawah Dinas Anda. Muat ulang halaman ini.",
      "members",
    );
  const own = { id: { in: reviewers }, organisationId: office, role: "DINKES_REVIEWER", deactivatedAt: null } as const;
  if ((await tx.user.count({ where: own })) < reviewers.length)
    return refuse(
      "Salah satu peninjau yang dicentang tidak lagi bertugas di sini. Muat ulang halaman ini.",
      "reviewers",
    );
  const moved = { organisationId: { in: members }, clusterId: { not: clusterId } };
  const left = await tx.clusterMember.findMany({ where: moved, distinct: ["clusterId"], select: { clusterId: true } });
  await tx.cluster.updateMany({
    where: { id: { in: left.map((row) => row.clusterId) } },
    data: { version: { increment: 1 } },
  });
  await tx.clusterMember.deleteMany({ where: { OR: [{ clusterId }, { organisationId: { in: members } }] } });
  await tx.clusterMember.createMany({ data: members.map((organisationId) => ({ organisationId, clusterId })) });
  await tx.clusterReviewer.deleteMany({ where: { clusterId } });
  await tx.clusterReviewer.createMany({ data: reviewers.map((userId) => ({ clusterId, userId })) });
  return null;
}
