import pg from "pg";
import { expect, test, vi } from "vitest";
import type { Actor } from "@/lib/actor";
import { findOffice, type Office } from "@/lib/matrix/office";
import { reachedOf, sortOffices } from "@/lib/pws/office-ranking";
import { findOfficeFigures } from "@/lib/pws/offices";
import { listPws } from "@/lib/pws/pws";
import type { Indicator } from "@/prisma/generated/client";
import { makeDenominator, makeIndicator, makeTarget, makeValue } from "../factories/indicators";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "../factories/organisations";
import { makeActor } from "../factories/users";

const desa = ["18.01.15.2001", "18.01.15.2002", "18.01.15.2010"] as const;
const moment = { year: 2026, month: 3, page: 1 };

/** A kabupaten of two puskesmas, one of which left much untold, and a puskesmas of another kabupaten. */
async function world() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const elsewhere = await makeKabupaten({ parentId: provinsi.id, areaCode: "73.22" });
  const own = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas A", villageCodes: [desa[0], desa[1]] });
  const other = await makePuskesmas({ parentId: kabupaten.id, name: "Puskesmas B", villageCodes: [desa[2]] });
  const far = await makePuskesmas({ parentId: elsewhere.id, name: "Puskesmas C", villageCodes: [] });
  const organisationId = provinsi.id;
  const indicators = [
    await makeIndicator({ organisationId, name: "IDL", topic: "Imunisasi" }),
    await makeIndicator({ organisationId, name: "D/S", isCumulative: false, spread: "FLAT" }),
    await makeIndicator({
      organisationId,
      name: "Stunting",
      form: "PERCENT",
      isCumulative: false,
      spread: "FLAT",
      lowerIsBetter: true,
    }),
    await makeIndicator({ organisationId, name: "Kematian", form: "COUNT", unit: "orang", lowerIsBetter: true }),
  ];
  for (const { id: indicatorId } of indicators) {
    await makeTarget({ indicatorId, puskesmasId: provinsi.id, year: 2026, target: 40 });
    for (const [place, villageCode] of desa.entries()) {
      const puskesmasId = place < 2 ? own.id : other.id;
      if (place !== 1) await makeDenominator({ puskesmasId, indicatorId, villageCode, year: 2026, value: 30 + place });
      for (const month of [1, 2, 3, 4].filter((one) => place === 0 || one !== 2))
        await makeValue({ puskesmasId, indicatorId, villageCode, year: 2026, month, value: 5 + place + month });
    }
  }
  await makeTarget({ indicatorId: idOf(indicators[0]), puskesmasId: other.id, year: 2026, target: 99 });
  return { provinsi, kabupaten, elsewhere, own, other, far, indicators };
}

const idOf = (indicator: Indicator | undefined) => indicator?.id ?? "";

async function officeOf(actor: Actor, id?: string): Promise<Office> {
  const office = await findOffice(actor, id);
  if (!office) throw new Error("no such office");
  return office;
}

test("each puskesmas has the figures of its own PWS, and a kabupaten those of all its desa", async () => {
  const here = await world();
  const actor = await makeActor("DINKES_REVIEWER", { organisationId: here.kabupaten.id });
  const figures = await findOfficeFigures(actor, await officeOf(actor), moment);
  expect(figures.rows.map(({ name }) => name)).toEqual(["Puskesmas A", "Puskesmas B"]);
  expect(figures.indicators.map(({ name }) => name)).toEqual(["IDL", "D/S", "Stunting", "Kematian"]);
  for (const row of figures.rows) {
    const pws = await listPws(actor, { ...moment, puskesmasId: row.id });
    for (const [place, cell] of row.cells.entries()) expect(pws?.columns[place]?.total).toMatchObject({ ...cell });
  }
  const admin = await makeActor("DINKES_ADMIN", { organisationId: here.provinsi.id });
  const province = await findOfficeFigures(admin, await officeOf(admin), moment);
  const [whole, none] = province.rows;
  expect(province.rows.map(({ puskesmas }) => puskesmas)).toEqual([2, 1]);
  // 6+7+8 and 8+10 over sasaran 30 and 32; the desa without sasaran is left out.
  expect(whole?.cells[0]).toMatchObject({ total: 39, denominator: 62, figure: 62.9, target: 10 });
  expect(none?.cells.every((cell) => cell === null || cell.figure === null)).toBe(true);
});

test("the actor sees its own alone, and the statements do not grow with the rows", async () => {
  const here = await world();
  const actor = await makeActor("DINKES_REVIEWER", { organisationId: here.kabupaten.id });
  const office = await officeOf(actor);
  const narrow = { ...actor, within: [here.other.id] };
  expect((await findOfficeFigures(narrow, office, moment)).rows.map(({ id }) => id)).toEqual([here.other.id]);
  const stranger = await makeActor("DINKES_ADMIN", { organisationId: here.elsewhere.id });
  expect(await findOffice(stranger, here.kabupaten.id)).toBeNull();
  expect((await findOfficeFigures(stranger, office, moment)).rows).toEqual([]);
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await findOfficeFigures(narrow, office, moment);
  const one = asked.mock.calls.length;
  asked.mockClear();
  await findOfficeFigures(actor, office, moment);
  expect(asked.mock.calls.length).toBe(one);
  expect(one).toBeLessThan(9);
  asked.mockRestore();
});

test("a topic, a page beyond the last, and an office without indicators or puskesmas", async () => {
  const here = await world();
  const actor = await makeActor("DINKES_ADMIN", { organisationId: here.kabupaten.id });
  const office = await officeOf(actor);
  const topic = await findOfficeFigures(actor, office, { ...moment, topic: "Imunisasi", page: 99 });
  expect(topic).toMatchObject({ pages: 1, topics: ["Imunisasi"], indicators: [{ name: "IDL" }] });
  expect((await findOfficeFigures(actor, office, { ...moment, topic: "tidak ada" })).indicators).toEqual([]);
  const bare = await makeKabupaten({ parentId: (await makeProvinsi({ areaCode: "73" })).id, areaCode: "73.22" });
  const lonely = await makeActor("DINKES_ADMIN", { organisationId: bare.id });
  expect(await findOfficeFigures(lonely, await officeOf(lonely), moment)).toEqual({
    ...{ indicators: [], rows: [], topics: [], puskesmas: 0, pages: 1 },
  });
});

test("who reached fewest is first, one indicator sorts by its gap, and who told nothing is last", async () => {
  const here = await world();
  const actor = await makeActor("DINKES_ADMIN", { organisationId: here.provinsi.id });
  const figures = await findOfficeFigures(actor, await officeOf(actor), moment);
  expect(figures.rows.map(({ cells }) => reachedOf(cells))).toMatchObject([{ judged: 4 }, { judged: 0 }]);
  for (const by of ["", idOf(here.indicators[0])]) expect(sortOffices(figures, by).at(-1)?.id).toBe(here.elsewhere.id);
  expect(sortOffices(figures, "nama")).toHaveLength(2);
});
