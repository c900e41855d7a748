// Clusters narrow what reviewers see, from now on and for as long as their days last.
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, organisationsWithin } from "@/lib/actor";
import { findCluster, listClusterChoices, listClusters } from "@/lib/clusters/reads";
import { clusterSchema, newClusterSchema, standInSchema } from "@/lib/clusters/schema";
import { addStandIn, endStandIn } from "@/lib/clusters/stand-ins";
import { addCluster, editCluster, removeCluster } from "@/lib/clusters/writes";
import { db } from "@/lib/db";
import { listEvents } from "@/lib/events/reads";
import { newToken } from "@/lib/secrets";
import { findSession } from "@/lib/sessions/reads";
import { addDays, dayOf } from "@/lib/time";
import { listSentences } from "@/tests/factories/events";
import { makeMeeting } from "@/tests/factories/meetings";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { actorOf, makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

async function makeOffice() {
  const province = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: province.id, timeZone: "Asia/Jayapura" });
  const organisationId = kabupaten.id;
  return {
    ...{ province, kabupaten },
    east: await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas Timur" }),
    west: await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas Barat" }),
    admin: await makeActor("DINKES_ADMIN", { organisationId }),
    reviewer: await makeActor("DINKES_REVIEWER", { organisationId, name: "Peninjau Timur" }),
    other: await makeActor("DINKES_REVIEWER", { organisationId, name: "Peninjau Barat" }),
  };
}

let it: Awaited<ReturnType<typeof makeOffice>>;
beforeEach(async () => {
  it = await makeOffice();
});

/** The puskesmas that somebody sees as of now, by the last word of their names. */
async function seenBy(user: Actor): Promise<string> {
  const actor = await actorOf({ id: user.userId });
  const rows = await db.organisation.findMany({
    where: { AND: [organisationsWithin(actor), { kind: "PUSKESMAS" }] },
    orderBy: { name: "asc" },
  });
  return rows.map(({ name }) => name.split(" ").at(-1)).join(" ");
}

const input = (fields: { name: string; members?: string[]; reviewers?: string[] }) =>
  newClusterSchema.parse({ id: randomUUID(), ...fields });

async function addEast() {
  const added = await addCluster(
    it.admin,
    input({ name: "Klaster Timur", members: [it.east.id], reviewers: [it.reviewer.userId] }),
  );
  if (!added.ok) throw new Error(added.reason);
  return added.id;
}

const today = () => dayOf(new Date(), "Asia/Jayapura");
const days = (since: number, until: number) => ({ since: addDays(today(), since), until: addDays(today(), until) });
const standIn = (when: { since: string; until: string }) =>
  standInSchema.parse({ id: randomUUID(), userId: it.other.userId, reason: "Cuti", ...when });

describe("who sees what", () => {
  test("without clusters all reviewers see all; with one, only its own; an admin and the province see all", async () => {
    expect([await seenBy(it.reviewer), await seenBy(it.other)]).toEqual(["Barat Timur", "Barat Timur"]);
    const id = await addEast();
    expect([await seenBy(it.reviewer), await seenBy(it.other)]).toEqual(["Timur", ""]);
    const ofProvince = await makeActor("DINKES_REVIEWER", { organisationId: it.province.id });
    expect([await seenBy(it.admin), await seenBy(ofProvince)]).toEqual(["Barat Timur", "Barat Timur"]);
    expect(await removeCluster(it.admin, id)).toEqual({ ok: true });
    expect(await seenBy(it.other)).toBe("Barat Timur");
  });

  test("a province's clusters are of kabupaten, with all that is below them", async () => {
    const elsewhere = await makeKabupaten({ parentId: it.province.id });
    await makePuskesmas({ parentId: elsewhere.id, name: "Puskesmas Jauh" });
    const organisationId = it.province.id;
    const admin = await makeActor("DINKES_ADMIN", { organisationId });
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId });
    const fields = { name: "Korwil 1", members: [elsewhere.id], reviewers: [reviewer.userId] };
    expect(await addCluster(admin, input(fields))).toMatchObject({ ok: true });
    expect(await seenBy(reviewer)).toBe("Jauh");
    const foreign = await addCluster(admin, input({ name: "Korwil 2", members: [it.east.id] }));
    expect(foreign).toMatchObject({ ok: false, field: "members" });
  });

  test("the session says it as of now, in its one statement", async () => {
    await addEast();
    const { hashToken } = await import("@/lib/secrets");
    const token = newToken();
    await db.session.create({
      data: {
        ...{ userId: it.reviewer.userId, tokenHash: hashToken(token), device: "Uji" },
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    expect((await findSession(token))?.actor).toEqual(await actorOf({ id: it.reviewer.userId }));
    expect((await findSession(token))?.actor.within).toEqual([it.east.id]);
  });

  test("a puskesmas that goes to another Dinkes is out of the cluster's sight at once", async () => {
    await addEast();
    const other = await makeKabupaten({ parentId: it.province.id });
    await db.organisation.update({ where: { id: it.east.id }, data: { parentId: other.id } });
    expect(await seenBy(it.reviewer)).toBe("");
  });

  test("of the office's own history a reviewer reads what is about his puskesmas or about the office", async () => {
    for (const host of [it.east, it.west]) {
      const { id: meetingId, title } = await makeMeeting("CLOSED", { host });
      const event = { organisationId: it.kabupaten.id, actor: "Dinas", verb: "meninjau", subject: title, meetingId };
      await db.event.create({ data: event });
    }
    await addEast();
    const read = async (user: Actor) =>
      (await listEvents(await actorOf({ id: user.userId }))).events.map(({ verb }) => verb).sort();
    expect(await read(it.reviewer)).toEqual(["membentuk klaster", "meninjau"]);
    expect(await read(it.other)).toEqual(["membentuk klaster"]);
    expect(await read(it.admin)).toEqual(["membentuk klaster", "meninjau", "meninjau"]);
  });
});

describe("a stand-in", () => {
  test.each([
    ["from its first day", 0, 3, "Timur"],
    ["to its last day", -3, 0, "Timur"],
    ["not the day before", 1, 3, ""],
  ])("sees the cluster %s", async (_name, since, until, seen) => {
    const id = await addEast();
    expect(await addStandIn(it.admin, id, standIn(days(since, until)), new Date())).toEqual({ ok: true });
    expect(await seenBy(it.other)).toBe(seen);
    expect(await seenBy(it.reviewer)).toBe("Timur");
  });

  test("sees nothing of it once the days are over, or were ended before", async () => {
    const clusterId = await addEast();
    const row = standIn(days(0, 3));
    await addStandIn(it.admin, clusterId, row, new Date());
    await db.standIn.update({
      where: { id: row.id },
      data: { since: new Date(`${addDays(today(), -3)}`), until: new Date(`${addDays(today(), -1)}`) },
    });
    expect(await seenBy(it.other)).toBe("");
    const again = standIn(days(0, 3));
    await addStandIn(it.admin, clusterId, again, new Date());
    expect(await seenBy(it.other)).toBe("Timur");
    expect(await endStandIn(it.admin, again.id, new Date())).toEqual({ ok: true });
    expect(await seenBy(it.other)).toBe("");
    const cluster = await findCluster(it.admin, clusterId, new Date());
    expect(cluster?.standIns.map(({ state }) => state)).toEqual(["PAST", "PAST"]);
  });

  test("is not named for days gone by, nor the wrong way round, nor somebody of another office", async () => {
    const id = await addEast();
    const over = await addStandIn(it.admin, id, standIn(days(-3, -1)), new Date());
    expect(over).toMatchObject({ ok: false, field: "until" });
    const turned = { id: randomUUID(), userId: it.other.userId, reason: "Cuti", ...days(3, 1) };
    expect(standInSchema.safeParse(turned).error?.issues).toMatchObject([{ path: ["until"] }]);
    const stranger = await makeActor("DINKES_REVIEWER");
    const foreign = { ...standIn(days(0, 1)), userId: stranger.userId };
    expect(await addStandIn(it.admin, id, foreign, new Date())).toMatchObject({ ok: false, field: "userId" });
  });

  test("named twice by one form is named once", async () => {
    const id = await addEast();
    const row = standIn(days(0, 1));
    const twice = [row, row].map((same) => addStandIn(it.admin, id, same, new Date()));
    expect(await allEnded(twice)).toEqual([{ ok: true }, { ok: true }]);
    expect(await db.standIn.count()).toBe(1);
  });
});

describe("an edit", () => {
  const edit = (name: string, members: string[], version = 0) =>
    clusterSchema.parse({ name, members, reviewers: [it.reviewer.userId], version });

  test("moves a puskesmas, which an edit of the cluster it left cannot undo unseen", async () => {
    const east = await addEast();
    const west = await addCluster(it.admin, input({ name: "Klaster Barat", members: [it.west.id] }));
    const westId = west.ok ? west.id : "";
    expect(await editCluster(it.admin, east, edit("Klaster Timur", [it.east.id, it.west.id]))).toEqual({ ok: true });
    expect(await seenBy(it.reviewer)).toBe("Barat Timur");
    const stale = await editCluster(it.admin, westId, edit("Klaster Barat", [it.west.id]));
    expect(stale).toMatchObject({ ok: false, reason: expect.stringContaining("baru saja diubah") });
    expect((await listClusters(it.admin, new Date())).map(({ members }) => members.length)).toEqual([0, 2]);
    expect((await listClusterChoices(it.admin)).map(({ cluster }) => cluster?.name)).toEqual([
      "Klaster Timur",
      "Klaster Timur",
    ]);
    expect((await listSentences({ action: "cluster.edited" }))[0]).toEqual({
      says: "mengubah klaster: Klaster Timur",
      lines: ["masuk: Puskesmas Barat"],
    });
  });

  test("two at once: one counts, the other is told", async () => {
    const id = await addEast();
    const outcomes = await allEnded(
      ["Klaster A", "Klaster B"].map((name) => editCluster(it.admin, id, edit(name, []))),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test("does not give two clusters one name, and takes no puskesmas or reviewer of another office", async () => {
    await addEast();
    expect(await addCluster(it.admin, input({ name: "Klaster Timur" }))).toMatchObject({ ok: false, field: "name" });
    const foreign = await makePuskesmas();
    const stranger = await makeActor("DINKES_REVIEWER");
    const wrong = [{ members: [foreign.id] }, { reviewers: [stranger.userId] }, { reviewers: [it.admin.userId] }];
    for (const fields of wrong)
      expect(await addCluster(it.admin, input({ name: "Klaster X", ...fields }))).toMatchObject({ ok: false });
    expect(await db.cluster.count()).toBe(1);
  });
});
