import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { dateToDay, dayToDate } from "@/lib/time";
import type { Cluster, StandIn } from "@/prisma/generated/client";
import { nextNumber } from "./counter";

type ClusterOptions = { organisationId: string; name?: string; members?: string[]; reviewers?: string[] };

/** A cluster of an office; members are organisations directly below it. */
export function makeCluster({ members = [], reviewers = [], ...rest }: ClusterOptions): Promise<Cluster> {
  return db.cluster.create({
    data: {
      ...{ id: randomUUID(), name: `Klaster ${nextNumber()}`, ...rest },
      members: { create: members.map((organisationId) => ({ organisationId })) },
      reviewers: { create: reviewers.map((userId) => ({ userId })) },
    },
  });
}

type StandInOptions = { clusterId: string; userId: string; since?: string; until?: string };

/** Of today and tomorrow where no days are given. */
export function makeStandIn({ clusterId, userId, since, until }: StandInOptions): Promise<StandIn> {
  const day = (shift: number) => dateToDay(new Date(Date.now() + shift * 86_400_000));
  const days = { since: dayToDate(since ?? day(-1)), until: dayToDate(until ?? day(1)) };
  return db.standIn.create({
    data: { id: randomUUID(), clusterId, userId, reason: "Cuti", createdById: userId, ...days },
  });
}
