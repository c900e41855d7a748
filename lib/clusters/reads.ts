import type { Actor } from "@/lib/actor";
import { canReadClusters, standInState } from "@/lib/clusters/rules";
import { db, isId } from "@/lib/db";
import { dateToDay, dayOf } from "@/lib/time";
import type { Prisma } from "@/prisma/generated/client";

/** The clusters of an office are read by all who work there. */
function clustersOf(actor: Actor): Prisma.ClusterWhereInput {
  return canReadClusters(actor) ? { organisationId: actor.organisation.id } : { id: { in: [] } };
}

const content = {
  members: {
    orderBy: [{ organisation: { name: "asc" } }, { organisationId: "asc" }],
    select: { organisation: { select: { id: true, name: true } } },
  },
  reviewers: {
    where: { user: { deactivatedAt: null, role: "DINKES_REVIEWER" } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { user: { select: { id: true, name: true } } },
  },
  standIns: {
    orderBy: [{ since: "desc" }, { id: "asc" }],
    take: 50,
    include: { user: { select: { name: true } }, createdBy: { select: { name: true } } },
  },
} satisfies Prisma.ClusterInclude;

type Stored = Prisma.ClusterGetPayload<{ include: typeof content }>;

function shown({ members, reviewers, standIns, ...cluster }: Stored, today: string) {
  return {
    ...cluster,
    members: members.map(({ organisation }) => organisation),
    reviewers: reviewers.map(({ user }) => user),
    standIns: standIns.map(({ user, createdBy, since, until, ...row }) => {
      const days = { since: dateToDay(since), until: dateToDay(until), endedAt: row.endedAt };
      return { ...row, ...days, name: user.name, maker: createdBy.name, state: standInState(days, today) };
    }),
  };
}

export type FoundCluster = ReturnType<typeof shown>;

export const clustersAtMost = 200;

export async function listClusters(actor: Actor, now: Date): Promise<FoundCluster[]> {
  const rows = await db.cluster.findMany({
    where: clustersOf(actor),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: clustersAtMost,
    include: content,
  });
  return rows.map((row) => shown(row, dayOf(now, actor.organisation.timeZone)));
}

export function listClusterNames(actor: Actor): Promise<{ id: string; name: string }[]> {
  return db.cluster.findMany({
    where: clustersOf(actor),
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: clustersAtMost,
    select: { id: true, name: true },
  });
}

/** The actor as far as a cluster of its office goes: it never sees more by it. */
export async function narrowToCluster(actor: Actor, id: string | undefined, now: Date): Promise<Actor> {
  const cluster = id ? await findCluster(actor, id, now) : null;
  if (!cluster) return actor;
  const ids = cluster.members.map((member) => member.id);
  return { ...actor, within: actor.within ? ids.filter((member) => actor.within?.includes(member)) : ids };
}

export async function findCluster(actor: Actor, id: string, now: Date): Promise<FoundCluster | null> {
  if (!isId(id)) return null;
  const row = await db.cluster.findFirst({ where: { AND: [{ id }, clustersOf(actor)] }, include: content });
  return row && shown(row, dayOf(now, actor.organisation.timeZone));
}

/** What the office may put into a cluster: whatever is directly below it, with the cluster it is in by now. */
export async function listClusterChoices(actor: Actor) {
  if (!canReadClusters(actor)) return [];
  const rows = await db.organisation.findMany({
    where: { parentId: actor.organisation.id },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 1000,
    select: {
      id: true,
      name: true,
      kind: true,
      clusterMember: { select: { cluster: { select: { id: true, name: true } } } },
    },
  });
  return rows.map(({ clusterMember, ...row }) => ({ ...row, cluster: clusterMember?.cluster ?? null }));
}

export type ClusterChoice = Awaited<ReturnType<typeof listClusterChoices>>[number];

/** Reviewers of the office, who alone work by cluster: an admin sees all. */
export async function listReviewers(actor: Actor): Promise<{ id: string; name: string; position: string | null }[]> {
  if (!canReadClusters(actor)) return [];
  return db.user.findMany({
    where: { organisationId: actor.organisation.id, role: "DINKES_REVIEWER", deactivatedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 300,
    select: { id: true, name: true, position: true },
  });
}
