import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { addOfficeAbove } from "@/lib/organisations/province";
import { findOrganisation, listOrganisations, listVillagesOf, listWorkingArea } from "@/lib/organisations/reads";
import { nationCode, registrationWarning } from "@/lib/organisations/rules";
import {
  dinkesSchema,
  newKabupatenSchema,
  newPuskesmasSchema,
  provinceAboveSchema,
  puskesmasSchema,
  workingAreaSchema,
} from "@/lib/organisations/schema";
import { setWorkingArea } from "@/lib/organisations/working-area";
import { addKabupaten, addPuskesmas, editDinkes, editPuskesmas } from "@/lib/organisations/writes";
import { zoneOf } from "@/lib/organisations/zones";
import type { Role } from "@/prisma/generated/enums";
import {
  makeKabupaten,
  makeProvinsi,
  makePuskesmas,
  organisationRow,
  villagesOf,
} from "@/tests/factories/organisations";
import { inSession } from "@/tests/factories/sessions";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";

const puskesmas = (changes: Record<string, unknown> = {}) => ({
  name: "Puskesmas Sragi",
  areaCode: "18.01.15",
  timeZone: "Asia/Jakarta",
  registrationCode: "",
  address: "",
  ...changes,
});
const newPuskesmas = (changes: Record<string, unknown> = {}) =>
  newPuskesmasSchema.parse({ id: randomUUID(), ...puskesmas(changes) });
const newKabupaten = (changes: Record<string, unknown> = {}) =>
  newKabupatenSchema.parse({ id: randomUUID(), name: "", areaCode: "18.01", timeZone: "Asia/Jakarta", ...changes });
const area = (villageCodes: string[], wholeDistricts: string[] = []) =>
  workingAreaSchema.parse({ villageCodes, wholeDistricts });

async function makeHierarchy() {
  const province = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: province.id });
  const foreign = await makePuskesmas({
    areaCode: "73.22.01",
    parentId: (await makeKabupaten({ areaCode: "73.22" })).id,
  });
  return { province, kabupaten, puskesmas: await makePuskesmas({ parentId: kabupaten.id }), foreign };
}
type Hierarchy = Awaited<ReturnType<typeof makeHierarchy>>;

describe("who sets up organisations", () => {
  const writes: Record<string, (actor: Actor, all: Hierarchy) => Promise<unknown>> = {
    addPuskesmas: (actor, all) => addPuskesmas(actor, all.kabupaten.id, newPuskesmas()),
    editPuskesmas: (actor, all) =>
      editPuskesmas(actor, all.puskesmas.id, { ...puskesmasSchema.parse(puskesmas()), version: 0 }),
    setWorkingArea: (actor, all) => setWorkingArea(actor, all.puskesmas.id, area(["18.01.15.2001"])),
    editDinkes: (actor, all) =>
      editDinkes(actor, all.kabupaten.id, {
        ...dinkesSchema.parse({ name: "Dinas Kesehatan", timeZone: "Asia/Jakarta" }),
        version: 0,
      }),
    addKabupaten: (actor) => addKabupaten(actor, newKabupaten({ areaCode: "18.01", name: "Dinas kedua" })),
  };
  const table: [Role, "province" | "kabupaten" | "puskesmas", string[]][] = [
    ["DINKES_ADMIN", "province", Object.keys(writes)],
    ["DINKES_ADMIN", "kabupaten", ["addPuskesmas", "editPuskesmas", "setWorkingArea", "editDinkes"]],
    ["DINKES_REVIEWER", "kabupaten", []],
    ["PUSKESMAS_ADMIN", "puskesmas", []],
    ["PUSKESMAS_HEAD", "puskesmas", []],
    ["PUSKESMAS_STAFF", "puskesmas", []],
    ["PUSKESMAS_READER", "puskesmas", []],
  ];
  for (const [role, home, allowed] of table)
    for (const [name, write] of Object.entries(writes))
      test(`${role} of the ${home} ${allowed.includes(name) ? "may" : "may not"} ${name}`, async () => {
        const all = await makeHierarchy();
        const actor = await makeActor(role, { organisationId: all[home].id });
        // The province's kabupaten is already: being told so is being let in.
        if (allowed.includes(name)) expect(await write(actor, all)).toMatchObject({ ok: name !== "addKabupaten" });
        else await expect(write(actor, all)).rejects.toThrow(NotAllowed);
      });

  test("a Dinkes neither sees nor changes what stands below another", async () => {
    const all = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: all.kabupaten.id });
    const { foreign } = all;
    expect(await findOrganisation(actor, foreign.id)).toBeNull();
    expect(await findOrganisation(actor, all.province.id)).toBeNull();
    expect(await listWorkingArea(actor, foreign.id)).toEqual([]);
    expect((await listOrganisations(actor, { parentId: foreign.parentId ?? "" })).total).toBe(0);
    for (const write of [
      () => editPuskesmas(actor, foreign.id, { ...puskesmasSchema.parse(puskesmas()), version: 0 }),
      () => setWorkingArea(actor, foreign.id, area([])),
      () => addPuskesmas(actor, foreign.parentId ?? "", newPuskesmas()),
    ])
      await expect(write()).rejects.toThrow(NotAllowed);
  });

  test("a puskesmas sees itself alone", async () => {
    const all = await makeHierarchy();
    const actor = await makeActor("PUSKESMAS_READER", { organisationId: all.puskesmas.id });
    expect(await findOrganisation(actor, all.puskesmas.id)).toMatchObject({ name: all.puskesmas.name });
    expect(await findOrganisation(actor, all.kabupaten.id)).toBeNull();
    expect(await findOrganisation(actor, "bukan-id")).toBeNull();
  });
});

describe("a puskesmas", () => {
  test("several stand in one kecamatan; the same name and the same code stand once", async () => {
    const { kabupaten } = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    const add = (changes: Record<string, unknown>) => addPuskesmas(actor, kabupaten.id, newPuskesmas(changes));
    expect(await add({ name: "Kintamani I", registrationCode: "p1801150101" })).toMatchObject({ ok: true });
    expect(await add({ name: "Kintamani II" })).toMatchObject({ ok: true });
    expect(await add({ name: "Kintamani II" })).toMatchObject({ ok: false, field: "name" });
    const code = await add({ name: "Kintamani III", registrationCode: "P1801150101" });
    expect(code).toMatchObject({ ok: false, field: "registrationCode" });
    expect(code).toHaveProperty("reason", expect.stringContaining("Kintamani I"));
  });

  test("an odd code is saved with a warning", async () => {
    const { kabupaten } = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    expect(await addPuskesmas(actor, kabupaten.id, newPuskesmas({ registrationCode: "1071234" }))).toMatchObject({
      ok: true,
    });
    expect(registrationWarning("1071234")).toContain("1071234");
    expect(registrationWarning("P3375010201")).toBeNull();
    expect(registrationWarning(null)).toBeNull();
  });

  test("stands in a kecamatan of its kabupaten", async () => {
    const { kabupaten } = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    for (const areaCode of ["73.22.01", "18.01", "18.01.15.2001", "99.99.99"])
      expect(await addPuskesmas(actor, kabupaten.id, newPuskesmas({ areaCode }))).toMatchObject({ field: "areaCode" });
  });

  test("the same form sent twice makes one", async () => {
    const { kabupaten } = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    const input = newPuskesmas();
    const outcomes = await allEnded([1, 2].map(() => addPuskesmas(actor, kabupaten.id, input)));
    expect(outcomes).toEqual([1, 2].map(() => ({ ok: true, id: input.id })));
  });

  test.each(["Ba'u", "<script>alert(1)</script>", "Tiro/Truseb", "N".repeat(60)])(
    "is named %s as it is",
    async (name) => {
      const { kabupaten } = await makeHierarchy();
      const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
      await addPuskesmas(actor, kabupaten.id, newPuskesmas({ name }));
      const { organisations } = await listOrganisations(actor, { parentId: kabupaten.id, q: name });
      expect(organisations.map((organisation) => organisation.name)).toEqual([name]);
    },
  );

  test("the list is paged and counts", async () => {
    const { kabupaten, puskesmas } = await makeHierarchy();
    const actor = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
    await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
    await db.organisation.createMany({
      data: Array.from({ length: 60 }, (_, index) => organisationRow({ parentId: kabupaten.id, name: `Z ${index}` })),
    });
    const first = await listOrganisations(actor, { parentId: kabupaten.id });
    expect(first).toMatchObject({ total: 61, hasMore: true });
    expect(first.organisations[0]).toMatchObject({ id: puskesmas.id, _count: { workingArea: 10, users: 1 } });
    expect((await listOrganisations(actor, { parentId: kabupaten.id, page: 2 })).organisations).toHaveLength(11);
  });
});

test("of two edits of one puskesmas on the same version the second is refused, and nothing of the first is lost", async () => {
  const dinkes = await makeKabupaten();
  const { id, version, areaCode, timeZone } = await makePuskesmas({ parentId: dinkes.id });
  const admin = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
  const edit = (name: string) =>
    editPuskesmas(admin, id, { ...puskesmasSchema.parse({ name, areaCode, timeZone }), version });
  expect(await edit("Puskesmas Pertama")).toEqual({ ok: true });
  expect(await edit("Puskesmas Kedua")).toMatchObject({
    ok: false,
    reason: expect.stringContaining("diubah orang lain"),
  });
  expect(await db.organisation.findUnique({ where: { id } })).toMatchObject({
    name: "Puskesmas Pertama",
    version: version + 1,
  });
});

describe("a working area", () => {
  test("is replaced as a whole; a desa may be two puskesmas's, and the page says whose", async () => {
    const { kabupaten, puskesmas } = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    const second = await makePuskesmas({ parentId: kabupaten.id, villageCodes: [] });
    const two = area(["18.01.15.2001", "18.01.15.2002"]);
    expect(await setWorkingArea(actor, second.id, two)).toMatchObject({
      ok: false,
      field: "overlap",
      reason: expect.stringContaining(`Kuala Sekampung (${puskesmas.name})`),
    });
    expect(await setWorkingArea(actor, second.id, { ...two, overlap: true })).toEqual({ ok: true, count: 2 });
    expect(await setWorkingArea(actor, second.id, two)).toEqual({ ok: true, count: 2 });
    const [district] = await listVillagesOf(actor, ["18.01.15"], second.id);
    expect(district?.villages.map((village) => village.others)).toEqual(
      Array.from({ length: 10 }, () => [puskesmas.name]),
    );
    const more = { ...area(["18.01.15.2003"], ["18.01.08"]), overlap: true };
    expect(await setWorkingArea(actor, second.id, more)).toEqual({ ok: true, count: 13 });
    const kept = (await listWorkingArea(actor, second.id)).flatMap(({ villages }) => villages.map(({ code }) => code));
    expect(kept).toEqual([...(await villagesOf("18.01.08")).map(({ code }) => code), "18.01.15.2003"]);
    expect(await setWorkingArea(actor, second.id, area([]))).toMatchObject({ ok: false });
  });

  test("takes desa of the kabupaten only, nothing larger, nothing unknown", async () => {
    const { kabupaten, puskesmas } = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    for (const code of ["73.22.01.2001", "18.01.15", "99.99.99.9999", "18.01.15.20';--"])
      expect(await setWorkingArea(actor, puskesmas.id, area([code]))).toMatchObject({ ok: false });
    expect(await setWorkingArea(actor, puskesmas.id, area([], ["73.22.01", "18.01"]))).toMatchObject({ ok: false });
  });

  test("set by two at once is one of the two, whole", async () => {
    const { kabupaten, puskesmas } = await makeHierarchy();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    await allEnded([["18.01.15"], ["18.01.08"]].map((whole) => setWorkingArea(actor, puskesmas.id, area([], whole))));
    expect(await listWorkingArea(actor, puskesmas.id)).toHaveLength(1);
  });
});

describe("a kabupaten", () => {
  test("has one Dinkes, named after it; of three at once one stands", async () => {
    const province = await makeProvinsi();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: province.id });
    const outcomes = await allEnded(
      ["", "Dinas A", "Dinas B"].map((name) => addKabupaten(actor, newKabupaten({ name }))),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await db.organisation.count({ where: { kind: "DISTRICT_DINKES" } })).toBe(1);
  });

  test("lies in the province", async () => {
    const actor = await makeActor("DINKES_ADMIN", { organisationId: (await makeProvinsi()).id });
    expect(await addKabupaten(actor, newKabupaten({ areaCode: "73.22" }))).toMatchObject({ field: "areaCode" });
    const input = newKabupaten();
    expect(await addKabupaten(actor, input)).toMatchObject({ ok: true });
    expect(await findOrganisation(actor, input.id)).toMatchObject({
      name: "Dinas Kesehatan Kabupaten Lampung Selatan",
    });
    expect(await addPuskesmas(actor, input.id, newPuskesmas())).toMatchObject({ ok: true });
  });
});

describe("a zone that the area's province does not lie in", () => {
  test("is asked back with the reason, wherever an organisation is set up", async () => {
    const province = await makeProvinsi({ areaCode: "73", timeZone: "Asia/Makassar" });
    const head = await makeActor("DINKES_ADMIN", { organisationId: province.id });
    const luwu = (timeZone: string) => addKabupaten(head, newKabupaten({ areaCode: "73.22", timeZone }));
    expect(await luwu("Asia/Jakarta")).toMatchObject({ field: "timeZone", reason: expect.stringContaining("WITA") });
    const added = await luwu("Asia/Makassar");
    expect(added).toMatchObject({ ok: true });
    const id = added.ok ? added.id : "";
    const wrong = dinkesSchema.parse({ name: "Dinas Kesehatan Luwu Utara", timeZone: "Asia/Jayapura" });
    expect(await editDinkes(head, id, { ...wrong, version: 0 })).toMatchObject({ ok: false, field: "timeZone" });
  });

  test("every province of the code list has one", async () => {
    const provinces = await db.area.findMany({ where: { parentCode: null, code: { not: nationCode } } });
    expect(provinces.length).toBeGreaterThan(0);
    expect(provinces.filter(({ code }) => zoneOf(code) === null)).toEqual([]);
  });
});

describe("a kabupaten that began alone", () => {
  const input = (changes: Record<string, unknown> = {}) =>
    provinceAboveSchema.parse({
      id: randomUUID(),
      userId: randomUUID(),
      organisationName: "",
      name: "Admin Provinsi",
      email: "provinsi@lokmin.example",
      ...changes,
    });

  test("gets its province above it, with an admin who adds the other kabupaten", async () => {
    const kabupaten = await makeKabupaten();
    const actor = await makeActor("DINKES_ADMIN", { organisationId: kabupaten.id });
    const typed = input();
    expect(await addOfficeAbove(await inSession(actor), typed)).toMatchObject({ ok: true, token: expect.any(String) });
    expect(await addOfficeAbove(await inSession(actor), typed)).toEqual({ ok: true, token: null });
    expect(await addOfficeAbove(await inSession(actor), input({ email: "lain@lokmin.example" }))).toMatchObject({
      ok: false,
    });
    const province = await db.organisation.findFirstOrThrow({ where: { kind: "PROVINCIAL_DINKES" } });
    expect(province).toMatchObject({ name: "Dinas Kesehatan Provinsi Lampung", areaCode: "18" });
    expect(await db.organisation.findUnique({ where: { id: kabupaten.id } })).toMatchObject({ parentId: province.id });
    expect(await db.user.findUnique({ where: { id: typed.userId } })).toMatchObject({
      organisationId: province.id,
      role: "DINKES_ADMIN",
    });
    const head = await makeActor("DINKES_ADMIN", { organisationId: province.id });
    expect(await addKabupaten(head, newKabupaten({ areaCode: "18.01" }))).toMatchObject({ ok: false });
  });

  test("sees the ministry put above its province, which adds the other provinces", async () => {
    const province = await makeProvinsi();
    const kabupaten = await makeKabupaten({ parentId: province.id });
    const admin = await makeActor("DINKES_ADMIN", { organisationId: province.id });
    expect(await addOfficeAbove(await inSession(admin), input())).toMatchObject({ ok: true });
    const ministry = await db.organisation.findFirstOrThrow({ where: { kind: "MINISTRY" } });
    expect(ministry).toMatchObject({ name: "Kementerian Kesehatan", areaCode: "00", parentId: null });
    const head = await makeActor("DINKES_ADMIN", { organisationId: ministry.id });
    expect((await findOrganisation(head, kabupaten.id))?.id).toBe(kabupaten.id);
    expect(await addKabupaten(head, newKabupaten({ areaCode: "36" }))).toMatchObject({ ok: true });
    expect(await db.organisation.findFirst({ where: { areaCode: "36" } })).toMatchObject({
      kind: "PROVINCIAL_DINKES",
      name: "Dinas Kesehatan Provinsi Banten",
      parentId: ministry.id,
    });
    expect(await addKabupaten(head, newKabupaten({ areaCode: "18" }))).toMatchObject({ ok: false });
    expect(await addKabupaten(head, newKabupaten({ areaCode: "18.01" }))).toMatchObject({ ok: false });
  });

  test("is put below a province by its own admin alone", async () => {
    const kabupaten = await makeKabupaten();
    const reviewer = await makeActor("DINKES_REVIEWER", { organisationId: kabupaten.id });
    const puskesmas = await makeActor("PUSKESMAS_ADMIN");
    for (const nobody of [reviewer, puskesmas])
      await expect(addOfficeAbove(await inSession(nobody), input())).rejects.toThrow(NotAllowed);
  });
});
