// Which puskesmas lack which profession: against the standard, for a kabupaten, a province and the ministry.
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { findOffice } from "@/lib/matrix/office";
import { arrangeNeeds } from "@/lib/needs/filter";
import { rankNeeds, reasonOf } from "@/lib/needs/ranking";
import { professionsOf, readNeeds } from "@/lib/needs/reads";
import { dropStandard, findStandard, setStandard, standardSchema } from "@/lib/needs/standard";
import { stateOf } from "@/lib/needs/states";
import { standardProfessions } from "@/lib/staff/professions";
import { addDays, dayOf, dayToDate } from "@/lib/time";
import type { Organisation, Profession } from "@/prisma/generated/client";
import { listSentences } from "@/tests/factories/events";
import { makeKabupaten, makeMinistry, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makePlacement, makeStaff } from "@/tests/factories/staff";
import { makeActor } from "@/tests/factories/users";

const now = new Date();
const today = dayOf(now, "Asia/Jakarta");
const at = (days: number) => dayToDate(addDays(today, days));

let ministry: Organisation;
let province: Organisation;
let dinkes: Organisation;
let ciruas: Organisation;
let kramatwatu: Organisation;

beforeEach(async () => {
  ministry = await makeMinistry();
  province = await makeProvinsi({ parentId: ministry.id });
  dinkes = await makeKabupaten({ parentId: province.id });
  ciruas = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Ciruas", villageCodes: [] });
  kramatwatu = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Kramatwatu", villageCodes: [] });
});

const assigned = { status: "SPECIAL_ASSIGNMENT" as const, startsOn: at(-400) };

async function officeAndActor(organisation: Organisation) {
  const actor = await makeActor("DINKES_ADMIN", { organisationId: organisation.id });
  const office = await findOffice(actor);
  if (!office) throw new Error("No office");
  return { actor, office };
}

async function fill(organisationId: string, professions: readonly Profession[]) {
  for (const profession of professions) await makeStaff({ organisationId, profession });
}

const states = (row: Awaited<ReturnType<typeof readNeeds>>[number] | undefined) =>
  Object.fromEntries((row?.cells ?? []).map((cell) => [cell.profession, stateOf(cell)]));

describe("the matrix of a kabupaten", () => {
  test("the nine, one each, unless somebody set a standard; only who serves today is counted", async () => {
    await fill(ciruas.id, standardProfessions);
    await makeStaff({ organisationId: kramatwatu.id, profession: "NURSE", placement: { ...assigned, endsOn: at(-1) } });
    await makeStaff({
      organisationId: kramatwatu.id,
      profession: "DOCTOR",
      placement: { ...assigned, endsOn: at(90) },
    });
    await makeStaff({ organisationId: kramatwatu.id, profession: "MIDWIFE", placement: { startsOn: at(5) } });
    await makeStaff({ organisationId: kramatwatu.id, profession: "ADMINISTRATION" });
    const { actor, office } = await officeAndActor(dinkes);
    const rows = await readNeeds(actor, office, { now });
    expect(professionsOf(rows)).toEqual(standardProfessions);
    expect(rows.map(({ name, complete }) => [name, complete])).toEqual([
      ["Puskesmas Ciruas", 1],
      ["Puskesmas Kramatwatu", 0],
    ]);
    expect(new Set(Object.values(states(rows[0])))).toEqual(new Set(["met"]));
    expect(states(rows[1])).toMatchObject({ DOCTOR: "ending", NURSE: "none", MIDWIFE: "none" });
    expect(arrangeNeeds(rows, {}).map(({ name }) => name)).toEqual(["Puskesmas Kramatwatu", "Puskesmas Ciruas"]);
    expect(arrangeNeeds(rows, { profesi: "NURSE" }).map(({ name }) => name)).toEqual(["Puskesmas Kramatwatu"]);
  });

  test("the nearest office's standard replaces those above as a whole, and goes again", async () => {
    await fill(ciruas.id, ["NURSE", "NURSE"]);
    const set = (rows: { profession: Profession; least: string }[]) => standardSchema.parse({ rows });
    const above = await officeAndActor(province);
    expect(await setStandard(above.actor, set([{ profession: "NURSE", least: "2" }]))).toMatchObject({ ok: true });
    const { actor, office } = await officeAndActor(dinkes);
    expect((await findStandard(actor)).office?.id).toBe(province.id);
    expect(states((await readNeeds(actor, office, { now }))[0])).toEqual({ NURSE: "met" });
    await setStandard(
      actor,
      set([
        { profession: "NURSE", least: "4" },
        { profession: "MIDWIFE", least: "0" },
      ]),
    );
    expect(states((await readNeeds(actor, office, { now }))[0])).toEqual({ NURSE: "short" });
    expect(await setStandard(actor, set([{ profession: "NURSE", least: "" }]))).toMatchObject({ ok: false });
    await dropStandard(actor);
    expect((await findStandard(actor)).least).toEqual({ NURSE: 2 });
    expect(await listSentences({ action: "staffing-standard.set" })).toHaveLength(3);
  });

  test("a number outside the range is refused with a sentence", () => {
    const parsed = standardSchema.safeParse({ rows: [{ profession: "NURSE", least: "-1" }] });
    expect(parsed.error?.issues[0]?.message).toBe("Jumlah harus angka bulat 0 sampai 999");
  });
});

describe("a province and the ministry", () => {
  test("add up their puskesmas by the office below", async () => {
    const other = await makeKabupaten({ parentId: province.id, name: "Dinas Kesehatan Kabupaten Lain" });
    await makePuskesmas({ parentId: other.id, villageCodes: [] });
    await fill(ciruas.id, standardProfessions);
    const { actor, office } = await officeAndActor(province);
    const rows = await readNeeds(actor, office, { now });
    const own = rows.find(({ id }) => id === dinkes.id);
    expect(rows.map(({ id, puskesmas, complete }) => ({ id, puskesmas, complete }))).toEqual(
      expect.arrayContaining([
        { id: dinkes.id, puskesmas: 2, complete: 1 },
        { id: other.id, puskesmas: 1, complete: 0 },
      ]),
    );
    expect(own?.cells.find(({ profession }) => profession === "NURSE")).toMatchObject({
      ...{ puskesmas: 2, least: 2, staff: 1, met: 1, missing: 1 },
    });
    expect(await readNeeds(actor, office, { now, isEach: true })).toHaveLength(3);
    const nation = await officeAndActor(ministry);
    expect((await readNeeds(nation.actor, nation.office, { now })).map(({ id }) => id)).toEqual([province.id]);
  });
});

describe("who is assigned where first", () => {
  test("absent before few, then what ends; with a place that can spare somebody", async () => {
    await db.staffingStandard.createMany({
      data: [
        { organisationId: dinkes.id, profession: "NURSE", least: 2 },
        { organisationId: dinkes.id, profession: "MIDWIFE", least: 1 },
        { organisationId: dinkes.id, profession: "DOCTOR", least: 1 },
      ],
    });
    await fill(ciruas.id, ["NURSE", "NURSE", "NURSE", "MIDWIFE"]);
    const fourth = await makeStaff({
      ...{ organisationId: ciruas.id, profession: "NURSE" as const, name: "Ns. Paramita" },
      placement: { ...assigned, endsOn: at(200) },
    });
    await makeStaff({ organisationId: ciruas.id, profession: "DOCTOR", placement: { ...assigned, endsOn: at(30) } });
    await fill(kramatwatu.id, ["NURSE", "DOCTOR"]);
    const { actor, office } = await officeAndActor(dinkes);
    const ranked = await rankNeeds(actor, office, { now });
    expect(ranked.map(({ name, profession }) => `${name} ${profession}`)).toEqual([
      "Puskesmas Kramatwatu MIDWIFE",
      "Puskesmas Kramatwatu NURSE",
      "Puskesmas Ciruas DOCTOR",
    ]);
    expect(ranked.map(reasonOf)).toEqual([
      "Tidak ada seorang pun, standar 1; 2 jenis tenaga kurang di sini",
      "1 dari 2; 2 jenis tenaga kurang di sini",
      "Cukup sekarang (1 dari 1), tetapi 1 penugasan berakhir dalam 12 bulan",
    ]);
    expect(ranked[1]).toMatchObject({ source: "Puskesmas Ciruas", surplus: 2, candidate: fourth.name });
    expect(ranked[0]).toMatchObject({ source: null, candidate: null });
    expect(await rankNeeds(actor, office, { now, profession: "DOCTOR" })).toHaveLength(1);
  });

  test("a term that another followed is counted once", async () => {
    const nurse = await makeStaff({ organisationId: ciruas.id, placement: { ...assigned, endsOn: at(-10) } });
    await makePlacement({ staffId: nurse.id, organisationId: ciruas.id, status: "PPPK", startsOn: at(-9) });
    const { actor, office } = await officeAndActor(dinkes);
    const row = (await readNeeds(actor, office, { now })).find(({ id }) => id === ciruas.id);
    expect(row?.cells.find(({ profession }) => profession === "NURSE")).toMatchObject({ staff: 1, assigned: 0 });
  });
});
