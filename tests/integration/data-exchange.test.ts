// DHIS2 data value sets in and out: what is mapped, what is refused, and the way there and back.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { exportDataValues } from "@/lib/data-exchange/export";
import { dataValuesCsv, dataValuesJson } from "@/lib/data-exchange/file";
import { exchangeImport } from "@/lib/data-exchange/import";
import { elementAnswer, questionOf, unitAnswer } from "@/lib/data-exchange/mapping";
import { monthsWithin, readPeriod } from "@/lib/data-exchange/periods";
import { listMappings } from "@/lib/data-exchange/reads";
import { mapDataElement, mapOrgUnit } from "@/lib/data-exchange/writes";
import { db, pool } from "@/lib/db";
import { confirmImport } from "@/lib/imports/confirm";
import { mostNamed } from "@/lib/plan/item-query";
import { listSentences } from "@/tests/factories/events";
import { makeIndicator, makeValue } from "@/tests/factories/indicators";
import { makeKabupaten, makePuskesmas, organisationRow } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

const village = "18.01.15.2001";
const [visits, males, females, looked] = ["f7n9E0hX8qk", "Ix2HsbDMLea", "eY5ehpbEsB7", "hfdmMSPBgLG"];
const [whole, part] = ["DiszpKrYNg8", "YuQRtpLP10I"];

async function makeOffice() {
  const dinkes = await makeKabupaten();
  const puskesmas = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Sragi", registrationCode: "1801151" });
  const organisationId = dinkes.id;
  const count = await makeIndicator({ organisationId, name: "Kunjungan rumah", form: "COUNT" });
  const measured = await makeIndicator({
    ...{ organisationId, name: "Balita ditimbang", form: "COVERAGE", isCumulative: false, spread: "FLAT" },
  });
  const admin = await makeActor("DINKES_ADMIN", { organisationId });
  return { dinkes, puskesmas, count, measured, admin };
}

type Office = Awaited<ReturnType<typeof makeOffice>>;

async function map(actor: Actor, { count, measured, puskesmas }: Office) {
  const answer = (indicator: typeof count, kind: "NUMERATOR" | "DENOMINATOR") =>
    elementAnswer({ indicator: { ...indicator, isArchived: false }, part: kind });
  for (const [dataElement, said] of [
    [visits, answer(count, "NUMERATOR")],
    [males, answer(measured, "NUMERATOR")],
    [females, answer(measured, "NUMERATOR")],
    [looked, answer(measured, "DENOMINATOR")],
  ] as const)
    expect(await mapDataElement(actor, { dataElement, categoryOptionCombo: "", answer: said })).toEqual({ ok: true });
  const unit = { puskesmasId: puskesmas.id, name: "" };
  for (const [orgUnit, villageCode] of [
    [whole, null],
    [part, village],
  ] as const)
    expect(await mapOrgUnit(actor, { orgUnit, answer: unitAnswer({ ...unit, villageCode }) })).toEqual({ ok: true });
}

async function upload(actor: Actor, name: string, content: string) {
  const id = randomUUID();
  const drafted = await exchangeImport.draft(actor, { id, name, bytes: Buffer.from(content) });
  if (!drafted.ok) throw new Error(drafted.reason);
  return look(actor, id);
}

async function look(actor: Actor, id: string) {
  const found = await exchangeImport.find(actor, id);
  if (!found || !("plan" in found)) throw new Error("Nothing to see");
  return { ...found, id };
}

async function bring(actor: Actor, name: string, content: string) {
  const { id, plan } = await upload(actor, name, content);
  expect(await confirmImport(actor, exchangeImport, { id, shown: plan.fingerprint })).toEqual({ ok: true });
}

const value = (dataElement: string, period: string, orgUnit: string, said: string | number, more: object = {}) => ({
  ...{ dataElement, period, orgUnit, categoryOptionCombo: "bRowv6yZOF2", attributeOptionCombo: "HllvX50cXC0" },
  ...{ value: said, storedBy: "system", lastUpdated: "2026-02-05T19:58:12.000", comment: "", followup: false, ...more },
});
const json = (...dataValues: object[]) => JSON.stringify({ dataValues });

describe("a data value set", () => {
  test("of too many values is refused before each of them is read, and one of wrong values at the first", async () => {
    const admin = await makeActor("DINKES_ADMIN");
    const bytes = (count: number) => Buffer.from(`{"dataValues":[${Array(count).fill("0").join(",")}]}`);
    const draft = (count: number) =>
      exchangeImport.draft(admin, { id: randomUUID(), name: "a.json", bytes: bytes(count) });
    expect(await draft(60_001)).toMatchObject({ ok: false, reason: expect.stringContaining("paling banyak 60.000") });
    expect(await draft(2)).toMatchObject({ ok: false, reason: expect.stringContaining("bukan data value set") });
    for (const letter of ["\\u0000", "\\ud800"])
      expect(
        await exchangeImport.draft(admin, {
          ...{ id: randomUUID(), name: "a.json" },
          bytes: Buffer.from(`{"dataValues":[{"dataElement":"a${letter}","period":"202601","orgUnit":"b"}]}`),
        }),
      ).toMatchObject({ ok: false, reason: expect.stringContaining("bukan data value set") });
  });

  test("comes as JSON and as CSV of old and new versions, of whole puskesmas and of desa", async () => {
    const office = await makeOffice();
    const { admin, puskesmas, count } = office;
    await map(admin, office);
    await bring(admin, "a.json", json(value(visits, "202601", whole, "12"), value(visits, "202601", part, 5)));
    await bring(
      admin,
      "b.csv",
      `"dataelement","period","orgunit","catoptcombo","attroptcombo","value","storedby","timestamp"\n"${visits}","202602","${whole}","Prlt0C1RF0s",,"7","bombali","2010-04-17"\n`,
    );
    await bring(
      admin,
      "c.csv",
      `dataelement,period,orgunit,catoptcombo,attroptcombo,value,storedby,lastupdated,comment,followup,deleted\n${visits},202603,${whole},bRowv6yZOF2,bRowv6yZOF2,12,system,2015-04-05T19:58:12.000,comment1,false,\n`,
    );
    const told = await db.puskesmasValue.findMany({ orderBy: { month: "asc" } });
    expect(told.map(({ month, value: one, origin }) => [month, one.toNumber(), origin])).toEqual([
      [1, 12, "DHIS2"],
      [2, 7, "DHIS2"],
      [3, 12, "DHIS2"],
    ]);
    expect(await db.indicatorValue.findMany()).toEqual([
      expect.objectContaining({
        puskesmasId: puskesmas.id,
        indicatorId: count.id,
        villageCode: village,
        sourceId: office.dinkes.id,
      }),
    ]);
    expect((await listSentences({ action: "data-values.imported" })).length).toBe(3);
  });

  test("goes out as it came, in both forms", async () => {
    const office = await makeOffice();
    await map(office.admin, office);
    const sent = json(
      ...[
        value(visits, "202601", whole, "12"),
        value(visits, "202602", whole, "0"),
        value(visits, "202602", part, "3"),
      ],
    );
    await bring(office.admin, "a.json", sent);
    const out = await exportDataValues(office.admin, "2026Q1");
    expect(out?.map(({ dataElement, period, orgUnit, value: one }) => [dataElement, period, orgUnit, one])).toEqual([
      [visits, "202601", whole, "12"],
      [visits, "202602", whole, "3"],
      [visits, "202602", part, "3"],
    ]);
    expect(JSON.parse(dataValuesJson(out ?? [])).dataValues[0]).toMatchObject({
      ...{ followup: false, deleted: false, comment: "", storedBy: office.admin.name },
    });
    await db.puskesmasValue.deleteMany();
    await db.indicatorValue.deleteMany();
    for (const [name, content] of [
      ["b.json", dataValuesJson(out ?? [])],
      ["b.csv", dataValuesCsv(out ?? [])],
    ] as const) {
      await bring(office.admin, name, content);
      const back = await exportDataValues(office.admin, "2026");
      expect(back?.map(({ lastUpdated: _, storedBy: __, ...one }) => one)).toEqual(
        out?.map(({ lastUpdated: _, storedBy: __, ...one }) => one),
      );
      await db.puskesmasValue.deleteMany();
      await db.indicatorValue.deleteMany();
    }
    expect(await exportDataValues(office.admin, "202604")).toEqual([]);
    expect(await exportDataValues(office.admin, "kemarin")).toBeNull();
    await expect(exportDataValues(await makeActor("DINKES_REVIEWER"), "2026")).rejects.toThrow(NotAllowed);
  });

  test("adds up what is mapped to one part, with its sasaran; that cannot go out again", async () => {
    const office = await makeOffice();
    await map(office.admin, office);
    const { plan } = await upload(
      office.admin,
      "a.json",
      json(
        value(males, "202601", whole, "10"),
        value(females, "202601", whole, "11"),
        value(females, "202601", whole, "2", { categoryOptionCombo: "V6L425pT3A0" }),
        value(looked, "202601", whole, "40"),
        value(looked, "202602", whole, "40"),
      ),
    );
    expect(plan.rows).toEqual([expect.objectContaining({ month: 1, value: 23, denominator: 40 })]);
    expect(plan.refused[0]?.reasons[0]).toContain("kirim juga pembilangnya");
  });

  test("says of each value why it is not taken", async () => {
    const office = await makeOffice();
    await map(office.admin, office);
    const next = new Date().getUTCFullYear() + 2;
    const { plan, preview } = await upload(
      office.admin,
      "a.json",
      json(
        ...[value(visits, "2026Q1", whole, "1"), value(visits, "2026", whole, "1"), value(visits, "x", whole, "1")],
        ...[
          value(visits, "202601", whole, "1.5"),
          value(visits, "202602", whole, "-1"),
          value(visits, "202603", whole, "a"),
        ],
        ...[value(visits, `${next}01`, whole, "1"), value(looked, "202604", whole, "", {})],
        ...[value(visits, "202504", whole, "4"), value(visits, "202504", whole, "5")],
      ),
    );
    expect(plan.refused.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10]);
    const words = plan.refused.map(({ reasons }) => reasons[0]).join("\n");
    for (const said of [
      "triwulanan",
      "tahunan",
      "tidak dikenal",
      "bulat",
      "kurang dari 0",
      "bukan angka",
      "belum tiba",
      "kosong",
      "juga ada di baris 9",
    ])
      expect(words).toContain(said);
    expect(plan.rows).toHaveLength(1);
    expect(preview.figures).toContainEqual({ count: 9, label: "perlu diperbaiki", tone: "late" });
    for (const content of ['{"a":1}', "{", "[]"])
      await expect(upload(office.admin, "x.json", content)).rejects.toThrow();
  });

  test("deletes by deleted=true what its own office told, and nothing of others", async () => {
    const office = await makeOffice();
    const { admin, puskesmas, count } = office;
    await map(admin, office);
    await bring(admin, "a.json", json(value(visits, "202601", whole, "12"), value(visits, "202602", part, "5")));
    const at = { puskesmasId: puskesmas.id, indicatorId: count.id, villageCode: village, year: 2026 };
    await makeValue({ ...at, month: 3, value: 8 });
    const gone = { deleted: true };
    const { id, plan } = await upload(
      admin,
      "b.json",
      json(
        value(visits, "202601", whole, "", gone),
        ...[value(visits, "202602", part, "", gone), value(visits, "202603", part, "", gone)],
        value(visits, "202604", whole, "", gone),
      ),
    );
    expect(plan.counts).toEqual({ baru: 0, ubah: 0, tetap: 1, hapus: 2 });
    expect(plan.refused[0]?.reasons[0]).toContain("Puskesmas Sragi sudah mengisi 8");
    await confirmImport(admin, exchangeImport, { id, shown: plan.fingerprint });
    expect(await db.puskesmasValue.count()).toBe(0);
    expect((await db.indicatorValue.findMany()).map(({ month }) => month)).toEqual([3]);
  });

  test("of a Dinkes writes over no desa that its puskesmas told; the puskesmas corrects both", async () => {
    const office = await makeOffice();
    const { admin, puskesmas, count } = office;
    await map(admin, office);
    const at = { puskesmasId: puskesmas.id, indicatorId: count.id, villageCode: village, year: 2026 };
    await makeValue({ ...at, month: 1, value: 8 });
    const { plan } = await upload(
      admin,
      "a.json",
      json(value(visits, "202601", part, "9"), value(visits, "202601", whole, "10")),
    );
    expect(plan.refused[0]?.reasons[0]).toContain("angka 9 dari berkas tidak menimpanya");
    expect(plan.differing[0]?.words).toBe("berkas: 10; jumlah desa: 8");
    await bring(admin, "b.json", json(value(visits, "202602", part, "4")));
    const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: puskesmas.id });
    await map(staff, office);
    await bring(staff, "c.json", json(value(visits, "202601", part, "9"), value(visits, "202602", part, "5")));
    const rows = await db.indicatorValue.findMany({ orderBy: { month: "asc" } });
    expect(rows.map(({ value: one, sourceId }) => [one.toNumber(), sourceId])).toEqual([
      [9, null],
      [5, null],
    ]);
  });
});

describe("what is not mapped", () => {
  test("is listed, answered on the preview, and kept for the next file", async () => {
    const { admin, puskesmas, count } = await makeOffice();
    const file = json(value(visits, "202601", whole, "12"), value(visits, "202602", whole, "13"));
    const { id, plan, preview } = await upload(admin, "a.json", file);
    expect(plan.unmapped).toEqual({
      elements: [{ code: visits, rows: 2, first: 1 }],
      units: [{ code: whole, rows: 2, first: 1 }],
    });
    expect(preview.submit).toBeNull();
    const keys = [questionOf("element", visits), questionOf("unit", whole)];
    expect(preview.choices.map(({ key }) => key)).toEqual(keys);
    const unit = unitAnswer({ puskesmasId: puskesmas.id, villageCode: null, name: "" });
    await exchangeImport.choose(admin, id, { [keys[0] ?? ""]: `N:${count.id}`, [keys[1] ?? ""]: unit });
    const chosen = await look(admin, id);
    expect(chosen.plan.rows).toHaveLength(2);
    expect(chosen.preview.choices.map(({ value: said }) => said)).toEqual([`N:${count.id}`, unit]);
    await confirmImport(admin, exchangeImport, { id, shown: chosen.plan.fingerprint });
    const { elements, units } = await listMappings(admin);
    expect([elements.map(({ indicator }) => indicator.name), units.map(({ puskesmas: one }) => one.name)]).toEqual([
      ["Kunjungan rumah"],
      ["Puskesmas Sragi"],
    ]);
    expect((await upload(admin, "b.json", file)).plan.counts).toEqual({ baru: 0, ubah: 0, tetap: 2, hapus: 0 });
  });

  test("is known where the file says names, registration codes or codes of desa", async () => {
    const { admin } = await makeOffice();
    const { plan } = await upload(
      admin,
      "a.json",
      json(value("Kunjungan rumah", "202601", "1801151", "1"), value("kunjungan rumah", "202602", village, "2")),
    );
    expect(plan.rows.map(({ villageCode }) => villageCode)).toEqual([null, village]);
  });

  test("of an office with many puskesmas is found by its code, and only the puskesmas of the file are held", async () => {
    const office = await makeOffice();
    const { admin, dinkes } = office;
    const rows = Array.from({ length: mostNamed }, () => organisationRow({ parentId: dinkes.id }));
    await db.organisation.createMany({ data: rows });
    await map(admin, office);
    const other = await pool.connect();
    try {
      await other.query("BEGIN");
      await other.query('SELECT 1 FROM "Organisation" WHERE id = $1 FOR UPDATE', [rows[0]?.id]);
      await bring(admin, "a.json", json(value(visits, "202601", part, "3"), value(visits, "202602", village, "4")));
    } finally {
      await other.query("ROLLBACK");
      other.release();
    }
    const told = await db.indicatorValue.findMany({
      where: { indicatorId: office.count.id },
      orderBy: { month: "asc" },
    });
    expect(told.map(({ villageCode, value: said }) => [villageCode, said.toNumber()])).toEqual([
      [village, 3],
      [village, 4],
    ]);
  });

  test("an indicator or a place of somebody else cannot be mapped to", async () => {
    const { admin } = await makeOffice();
    const foreign = await makePuskesmas();
    const answer = unitAnswer({ puskesmasId: foreign.id, villageCode: null, name: "" });
    expect(await mapOrgUnit(admin, { orgUnit: whole, answer })).toMatchObject({ ok: false });
    const secret = await makeIndicator({ organisationId: foreign.id });
    expect(
      await mapDataElement(admin, { dataElement: visits, categoryOptionCombo: "", answer: `N:${secret.id}` }),
    ).toMatchObject({ ok: false });
  });
});

test("periods of DHIS2", () => {
  expect(readPeriod("202612")).toEqual({ year: 2026, month: 12 });
  for (const wrong of ["202613", "2026Q1", "2026", "20260101", "2026W1", "2026S1", "2026-01", ""])
    expect(readPeriod(wrong), wrong).toHaveProperty("reason");
  expect(monthsWithin("2026Q4")).toEqual({ year: 2026, from: 10, to: 12 });
  expect(monthsWithin("2026")).toEqual({ year: 2026, from: 1, to: 12 });
  expect(monthsWithin("2026Q5")).toBeNull();
});
