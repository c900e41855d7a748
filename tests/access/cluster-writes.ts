// Which reviewer looks after what: the admin of each office for its own, and nobody else.
import { randomUUID } from "node:crypto";
import { clusterSchema, newClusterSchema, standInSchema } from "@/lib/clusters/schema";
import { addStandIn, endStandIn } from "@/lib/clusters/stand-ins";
import { addCluster, editCluster, removeCluster } from "@/lib/clusters/writes";
import { db } from "@/lib/db";
import { makeCluster, makeStandIn } from "@/tests/factories/clusters";
import type { OfficeWrite } from "./table";
import type { World } from "./world";

const anyAdmin = ".......+.++";
const ownAdmin = ".......+.--";
const ownAdminOnce = ".......+.==";

const clusterOf = (it: World) => makeCluster({ organisationId: it.dinkes.id, name: "Klaster Uji" });
const found = async () => (await db.cluster.findFirstOrThrow({ where: { name: "Klaster Uji" } })).id;
const day = "2030-01-02";
const standIn = (it: World) => ({
  ...{ id: randomUUID(), userId: it.actors.V.userId, since: day, until: day, reason: "Cuti" },
});

export const clusterWrites: Record<string, OfficeWrite> = {
  "clusters/writes addCluster": {
    call: (_, actor) => addCluster(actor, newClusterSchema.parse({ id: randomUUID(), name: "Klaster Baru" })),
    grid: anyAdmin,
  },
  "clusters/writes editCluster": {
    prepare: clusterOf,
    call: async (it, actor) =>
      editCluster(
        actor,
        await found(),
        clusterSchema.parse({ version: 0, name: "Klaster Uji 2", members: [it.host.id] }),
      ),
    grid: ownAdmin,
  },
  "clusters/writes removeCluster": {
    prepare: clusterOf,
    call: async (_, actor) => removeCluster(actor, await found()),
    grid: ownAdminOnce,
  },
  "clusters/stand-ins addStandIn": {
    prepare: clusterOf,
    call: async (it, actor) => addStandIn(actor, await found(), standInSchema.parse(standIn(it)), new Date()),
    grid: ownAdmin,
  },
  "clusters/stand-ins endStandIn": {
    prepare: async (it) => makeStandIn({ clusterId: (await clusterOf(it)).id, userId: it.actors.V.userId }),
    call: async (_, actor) => endStandIn(actor, (await db.standIn.findFirstOrThrow()).id, new Date()),
    grid: ownAdminOnce,
  },
};
