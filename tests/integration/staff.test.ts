import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { addLicence } from "@/lib/staff/licences";
import { addPlacement, editPlacement } from "@/lib/staff/placements";
import { findStaff, listStaff } from "@/lib/staff/reads";
import { newLicenceSchema, newPlacementSchema, newStaffSchema, placementEditSchema } from "@/lib/staff/schema";
import { addStaff } from "@/lib/staff/writes";
import { listSentences } from "@/tests/factories/events";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeLicence, makePlacement, makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const member = (organisationId: string, changes: Record<string, unknown> = {}) =>
  newStaffSchema.parse({
    ...{ id: randomUUID(), organisationId, name: "Sulastri, A.Md.Kep.", profession: "NURSE", status: "HONORARY" },
    ...{ startsOn: "2020-01-01", person: "baru", ...changes },
  });

const term = (organisationId: string, changes: Record<string, unknown>) =>
  newPlacementSchema.parse({ id: randomUUID(), organisationId, status: "PPPK", ...changes });

test("somebody is added once, with a time of work, and found by his Dinkes too", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const input = member(actor.organisation.id, { nip: "19850101 201001 2 001", phone: "0840-0000-0123" });
  expect(await addStaff(actor, input)).toEqual({ ok: true, id: input.id });
  expect(await addStaff(actor, input)).toEqual({ ok: true, id: input.id });
  expect(await findStaff(actor, input.id)).toMatchObject({
    ...{ isWhole: true, nip: "198501012010012001", phone: "6284000000123", mayKeep: true },
    placements: [{ status: "HONORARY", startsOn: "2020-01-01", endsOn: null }],
  });
  expect(await db.person.count({ where: { organisationId: actor.organisation.id, name: input.name } })).toBe(1);
  const dinkes = await makeActor("DINKES_REVIEWER", { organisationId: actor.organisation.parentId ?? "" });
  expect((await listStaff(dinkes)).staff).toMatchObject([{ name: input.name, office: actor.organisation.name }]);
  expect(await listSentences({ subjectId: input.id })).toMatchObject([
    { says: "menambah pegawai: Sulastri, A.Md.Kep., Perawat" },
  ]);
});

test("one NIP on two people is refused and names the other", async () => {
  const actor = await makeActor("PUSKESMAS_ADMIN");
  const { id } = actor.organisation;
  await makeStaff({ organisationId: id, name: "Rina", nip: "198501012010012002" });
  const outcome = await addStaff(actor, member(id, { nip: "198501012010012002" }));
  expect(outcome).toMatchObject({ ok: false, field: "nip" });
  expect(outcome).toHaveProperty("reason", expect.stringContaining(`dipakai Rina (${actor.organisation.name})`));
});

test("two times of work of one person never share a day, also when both are written at once", async () => {
  const actor = await makeActor("PUSKESMAS_ADMIN");
  const { id } = actor.organisation;
  const staff = await makeStaff({ organisationId: id });
  const overlap = await addPlacement(actor, staff.id, term(id, { startsOn: "2022-01-01" }));
  expect(overlap).toMatchObject({ ok: false, field: "startsOn" });
  expect(overlap).toHaveProperty("reason", expect.stringMatching(/^Bertindih dengan PNS di .* belum berakhir/));

  const { id: openId } = await db.staffPlacement.findFirstOrThrow({ where: { staffId: staff.id } });
  const ended = placementEditSchema.parse({
    ...{ status: "HONORARY", startsOn: "2020-01-01", endsOn: "2021-12-31", endReason: "BECAME_PPPK", version: 0 },
  });
  expect(await editPlacement(actor, staff.id, openId, ended)).toEqual({ ok: true });
  expect(await db.staffMember.findUnique({ where: { id: staff.id } })).toMatchObject({
    ...{ organisationId: null, lastOrganisationId: id },
  });
  const both = ["2022-01-01", "2022-02-01"].map((startsOn) => addPlacement(actor, staff.id, term(id, { startsOn })));
  const outcomes = await allEnded(both);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await db.staffMember.findUnique({ where: { id: staff.id } })).toMatchObject({ organisationId: id });
});

test("a term that ends before it begins, and a reason without a day, are told at their fields", () => {
  const wrong = { id: randomUUID(), organisationId: randomUUID(), status: "PNS", startsOn: "2022-01-02" };
  expect(newPlacementSchema.safeParse({ ...wrong, endsOn: "2022-01-01" }).error?.issues).toMatchObject([
    { path: ["endsOn"], message: "Tanggal akhir harus sesudah tanggal mulai" },
  ]);
  expect(newPlacementSchema.safeParse({ ...wrong, endReason: "MOVED" }).error?.issues).toMatchObject([
    { path: ["endsOn"], message: "Isi tanggal akhir, karena sebab berakhir diisi" },
  ]);
});

test("a licence's number is one person's alone", async () => {
  const actor = await makeActor("PUSKESMAS_ADMIN");
  const [one, other] = [
    await makeStaff({ organisationId: actor.organisation.id, name: "Rina" }),
    await makeStaff({ organisationId: actor.organisation.id }),
  ];
  const licence = (id: string) => newLicenceSchema.parse({ id, kind: "STR", number: "17 01 5 2 1" });
  expect(await addLicence(actor, one.id, licence(randomUUID()))).toEqual({ ok: true });
  expect(await addLicence(actor, other.id, licence(randomUUID()))).toEqual({
    ...{ ok: false, field: "number" },
    reason: "STR nomor 17 01 5 2 1 sudah dicatat atas nama Rina. Periksa nomornya.",
  });
});

test("after a move the old office reads its own time alone, and the offices above both read all", async () => {
  const province = await makeProvinsi();
  const [oldDinkes, newDinkes] = [
    await makeKabupaten({ parentId: province.id }),
    await makeKabupaten({ parentId: province.id }),
  ];
  const before = await makePuskesmas({ parentId: oldDinkes.id });
  const after = await makePuskesmas({ parentId: newDinkes.id });
  const staff = await makeStaff({
    ...{ organisationId: after.id, nip: "198501012010012003", phone: "6284000000123", bornOn: new Date("1985-01-01") },
  });
  await makePlacement({
    ...{ staffId: staff.id, organisationId: before.id, startsOn: new Date("2015-01-01") },
    ...{ endsOn: new Date("2019-12-31"), endReason: "MOVED" },
  });
  await makeLicence({ staffId: staff.id, number: "STR-RAHASIA" });
  const of = async (role: "PUSKESMAS_ADMIN" | "DINKES_ADMIN", organisationId: string) => {
    const actor = await makeActor(role, { organisationId });
    return { actor, found: await findStaff(actor, staff.id) };
  };
  for (const { actor, found } of [await of("PUSKESMAS_ADMIN", before.id), await of("DINKES_ADMIN", oldDinkes.id)]) {
    expect(found).toMatchObject({ isWhole: false, placements: [{ organisation: { id: before.id } }] });
    expect(JSON.stringify(found)).not.toMatch(/198501|6284|RAHASIA|1985-01-01/);
    expect((await listStaff(actor)).staff).toEqual([]);
    expect((await listStaff(actor, { isFormer: true })).staff).toMatchObject([{ id: staff.id, office: before.name }]);
    expect((await listStaff(actor, { isFormer: true, q: "198501012010012003" })).staff).toEqual([]);
    await expect(
      addPlacement(actor, staff.id, term(before.id, { startsOn: "2010-01-01", endsOn: "2010-02-01" })),
    ).rejects.toThrow(NotAllowed);
  }
  for (const { found } of [
    await of("PUSKESMAS_ADMIN", after.id),
    await of("DINKES_ADMIN", newDinkes.id),
    await of("DINKES_ADMIN", province.id),
  ])
    expect(found).toMatchObject({ isWhole: true, phone: "6284000000123", placements: [{}, {}], licences: [{}] });
  const { found } = await of("PUSKESMAS_ADMIN", (await makePuskesmas()).id);
  expect(found).toBeNull();
});
