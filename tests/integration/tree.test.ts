// The tree of organisations keeps each one's path; the scope of an actor follows from it and from the clusters of now.
import { describe, expect, test } from "vitest";
import { type Actor, organisationsWithin } from "@/lib/actor";
import { db } from "@/lib/db";
import { organisationsWithinSql } from "@/lib/within-sql";
import {
  makeHospital,
  makeKabupaten,
  makeMinistry,
  makeProvinsi,
  makePuskesmas,
} from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

async function makeNation() {
  const ministry = await makeMinistry();
  const province = await makeProvinsi({ parentId: ministry.id });
  const kabupaten = await makeKabupaten({ parentId: province.id });
  const neighbour = await makeKabupaten({ parentId: province.id });
  return {
    ...{ ministry, province, kabupaten, neighbour },
    puskesmas: await makePuskesmas({ parentId: kabupaten.id }),
    hospital: await makeHospital({ parentId: kabupaten.id }),
    elsewhere: await makePuskesmas({ parentId: neighbour.id }),
  };
}

/** By Prisma's condition and by its twin in SQL, which must agree. */
async function seenBy(actor: Actor): Promise<string[]> {
  const rows = await db.organisation.findMany({ where: organisationsWithin(actor), select: { id: true } });
  const twin = await db.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM "Organisation" o WHERE ${organisationsWithinSql(actor, "o")}`;
  const ids = rows.map(({ id }) => id).sort();
  expect(twin.map(({ id }) => id).sort()).toEqual(ids);
  return ids;
}

test("every level sees itself and what is below it, the hospital too", async () => {
  const it = await makeNation();
  const seen = async (role: "DINKES_ADMIN" | "PUSKESMAS_HEAD", organisationId: string) =>
    seenBy(await makeActor(role, { organisationId }));
  const ids = (...rows: { id: string }[]) => rows.map(({ id }) => id).sort();
  const ofKabupaten = [it.kabupaten, it.puskesmas, it.hospital];
  expect(await seen("PUSKESMAS_HEAD", it.puskesmas.id)).toEqual(ids(it.puskesmas));
  expect(await seen("DINKES_ADMIN", it.kabupaten.id)).toEqual(ids(...ofKabupaten));
  const ofProvince = [...ofKabupaten, it.province, it.neighbour, it.elsewhere];
  expect(await seen("DINKES_ADMIN", it.province.id)).toEqual(ids(...ofProvince));
  expect(await seen("DINKES_ADMIN", it.ministry.id)).toEqual(ids(...ofProvince, it.ministry));
});

describe("the path", () => {
  const pathOf = async ({ id }: { id: string }) => (await db.organisation.findUniqueOrThrow({ where: { id } })).pathIds;

  test("follows when an office is put above one that has others below it, and when one moves", async () => {
    const kabupaten = await makeKabupaten();
    const puskesmas = await makePuskesmas({ parentId: kabupaten.id });
    expect(await pathOf(puskesmas)).toEqual([kabupaten.id, puskesmas.id]);
    const province = await makeProvinsi();
    await db.organisation.update({ where: { id: kabupaten.id }, data: { parentId: province.id } });
    const ministry = await makeMinistry();
    await db.organisation.update({ where: { id: province.id }, data: { parentId: ministry.id } });
    expect(await pathOf(puskesmas)).toEqual([ministry.id, province.id, kabupaten.id, puskesmas.id]);
    const other = await makeKabupaten();
    await db.organisation.update({ where: { id: puskesmas.id }, data: { parentId: other.id } });
    expect(await pathOf(puskesmas)).toEqual([other.id, puskesmas.id]);
    await db.organisation.update({ where: { id: other.id }, data: { parentId: null } });
    expect(await pathOf(other)).toEqual([other.id]);
  });

  test("is the trigger's, whatever is written", async () => {
    const kabupaten = await makeKabupaten();
    const puskesmas = await makePuskesmas({ parentId: null });
    await db.organisation.update({ where: { id: puskesmas.id }, data: { pathIds: [kabupaten.id] } });
    expect(await pathOf(puskesmas)).toEqual([puskesmas.id]);
  });

  test("never holds an organisation twice", async () => {
    const province = await makeProvinsi();
    const kabupaten = await makeKabupaten({ parentId: province.id });
    const move = db.organisation.update({ where: { id: province.id }, data: { parentId: kabupaten.id } });
    await expect(move).rejects.toThrow("cannot be below itself");
  });
});
