// Definitions, targets, sasaran and figures to fill in: who may, what is refused, and two people at once.

import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { listAboveDenominator } from "@/lib/figures/above-denominator";
import { copySasaran, findSasaranGrid, saveSasaran } from "@/lib/figures/denominators";
import type { SentCell } from "@/lib/figures/grid";
import { columnKey, findValuesGrid } from "@/lib/figures/grid-values";
import { saveValues } from "@/lib/figures/grid-writes";
import { copyTargets, findTargetGrid, saveTargets } from "@/lib/figures/targets";
import { findDefinition, listDefinitions, listIndicators } from "@/lib/indicators/reads";
import { indicatorEditSchema, indicatorSchema } from "@/lib/indicators/schema";
import { archiveIndicator, defineIndicator, editIndicator } from "@/lib/indicators/writes";
import { makeDenominator, makeIndicator, makeTarget, makeValue } from "@/tests/factories/indicators";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";
import { allEnded } from "@/tests/setup/all-ended";
import { listSentences } from "../factories/events";

const year = 2024;
const village = "18.01.15.2001";

async function world() {
  const provinsi = await makeProvinsi();
  const kabupaten = await makeKabupaten({ parentId: provinsi.id });
  const other = await makeKabupaten({ parentId: provinsi.id });
  const own = await makePuskesmas({ parentId: kabupaten.id });
  const neighbour = await makePuskesmas({ parentId: kabupaten.id });
  const foreign = await makePuskesmas({ parentId: other.id });
  const of = (role: Parameters<typeof makeActor>[0], organisationId: string) => makeActor(role, { organisationId });
  const actors = {
    admin: await of("PUSKESMAS_ADMIN", own.id),
    kepala: await of("PUSKESMAS_HEAD", own.id),
    staff: await of("PUSKESMAS_STAFF", own.id),
    reader: await of("PUSKESMAS_READER", own.id),
    neighbour: await of("PUSKESMAS_STAFF", neighbour.id),
    foreigner: await of("PUSKESMAS_ADMIN", foreign.id),
    dinkesAdmin: await of("DINKES_ADMIN", kabupaten.id),
    reviewer: await of("DINKES_REVIEWER", kabupaten.id),
    otherDinkes: await of("DINKES_ADMIN", other.id),
    province: await of("DINKES_ADMIN", provinsi.id),
  };
  return { actors, own, neighbour, kabupaten };
}

const cell = (changes: Partial<SentCell> & Pick<SentCell, "column" | "typed">): SentCell => ({
  row: village,
  shown: "",
  decision: null,
  isInConflict: false,
  ...changes,
});

const month = (
  indicatorId: string,
  typed: string,
  changes: Partial<SentCell> & { month?: number; part?: "n" | "d" } = {},
) => {
  const { month: number = 6, part = "n", ...rest } = changes;
  return cell({ column: columnKey({ indicatorId, month: number, part }), typed, ...rest });
};

const form = (changes: object = {}) =>
  indicatorSchema.parse({
    id: randomUUID(),
    name: "Cakupan K6",
    form: "COVERAGE",
    isCumulative: "ya",
    lowerIsBetter: "tidak",
    spread: "TWELFTHS",
    ...changes,
  });

describe("who may", () => {
  type World = Awaited<ReturnType<typeof world>>;
  const owners = ["admin", "kepala", "staff"];
  const offices = ["dinkesAdmin", "otherDinkes", "province"];
  const table: [string, (actor: Actor, it: { shared: string; own: string }) => Promise<unknown>, string[]][] = [
    [
      "enter figures",
      (actor, it) => saveValues(actor, year, [month(it.shared, "3")]),
      [...owners, "neighbour", "foreigner"],
    ],
    [
      "set targets",
      (actor, it) => saveTargets(actor, year, [cell({ row: it.shared, column: "setahun", typed: "90" })]),
      [...owners, "neighbour", "foreigner", ...offices],
    ],
    [
      "set sasaran",
      (actor, it) => saveSasaran(actor, year, [cell({ column: it.shared, typed: "40" })]),
      [...owners, "neighbour", "foreigner"],
    ],
    ["copy targets", (actor) => copyTargets(actor, year), [...owners, "neighbour", "foreigner", ...offices]],
    ["copy sasaran", (actor) => copySasaran(actor, year), [...owners, "neighbour", "foreigner"]],
    ["define", (actor) => defineIndicator(actor, form()), [...owners, "neighbour", "foreigner", ...offices]],
    ["archive the puskesmas's own", (actor, it) => archiveIndicator(actor, it.own, true), owners],
    ["archive the Dinkes's", (actor, it) => archiveIndicator(actor, it.shared, true), ["dinkesAdmin"]],
    [
      "edit the Dinkes's",
      (actor, it) => editIndicator(actor, { ...form({ id: it.shared }), version: 0 }),
      ["dinkesAdmin"],
    ],
  ];

  test.each(table)("%s", async (_, run, allowed) => {
    const it: World = await world();
    const shared = await makeIndicator({ organisationId: it.kabupaten.id });
    const own = await makeIndicator({ organisationId: it.own.id });
    for (const [name, actor] of Object.entries(it.actors)) {
      const doing = run(actor, { shared: shared.id, own: own.id });
      if (allowed.includes(name)) await expect(doing, name).resolves.toBeDefined();
      else await expect(doing, name).rejects.toThrow(NotAllowed);
    }
  });

  test("figures for an indicator or a desa of somebody else are refused, cell by cell", async () => {
    const it = await world();
    const shared = await makeIndicator({ organisationId: it.kabupaten.id });
    const own = await makeIndicator({ organisationId: it.own.id });
    const foreigner = await saveValues(it.actors.foreigner, year, [month(shared.id, "3")]);
    expect(foreigner).toMatchObject({
      saved: 0,
      refused: { [`${village} ${month(shared.id, "").column}`]: expect.any(String) },
    });
    const neighbour = await saveValues(it.actors.neighbour, year, [month(own.id, "3")]);
    expect(neighbour.saved).toBe(0);
    const elsewhere = await saveValues(it.actors.staff, year, [month(own.id, "3", { row: "18.01.08.2001" })]);
    expect(elsewhere).toMatchObject({
      saved: 0,
      refused: { [`18.01.08.2001 ${month(own.id, "").column}`]: expect.stringContaining("wilayah kerja") },
    });
    expect(await db.indicatorValue.count()).toBe(0);
  });

  test("what is read: by the puskesmas and the Dinkes above it, by nobody else", async () => {
    const it = await world();
    const shared = await makeIndicator({ organisationId: it.kabupaten.id });
    const own = await makeIndicator({ organisationId: it.own.id });
    await makeValue({ puskesmasId: it.own.id, indicatorId: shared.id, villageCode: village, year, month: 6, value: 9 });
    const sees = ["admin", "kepala", "staff", "reader", "dinkesAdmin", "reviewer", "province"];
    for (const [name, actor] of Object.entries(it.actors)) {
      const isSeen = sees.includes(name);
      expect(await listIndicators(actor, it.own.id), name).toHaveLength(isSeen ? 2 : 0);
      expect((await findValuesGrid(actor, it.own.id, { year, month: 6 })) !== null, name).toBe(isSeen);
      expect((await findTargetGrid(actor, it.own.id, year)) !== null, name).toBe(isSeen);
      expect((await findSasaranGrid(actor, it.own.id, year)) !== null, name).toBe(isSeen);
      expect(await listAboveDenominator(actor, it.own.id, year, [shared.id]), name).toEqual([]);
    }
    expect((await listDefinitions(it.actors.neighbour)).map(({ id }) => id)).toEqual([shared.id]);
    expect((await listDefinitions(it.actors.reviewer)).map(({ id }) => id)).toEqual([shared.id]);
    expect(await listDefinitions(it.actors.otherDinkes)).toEqual([]);
    expect(await findDefinition(it.actors.foreigner, own.id)).toBeNull();
    expect(await findDefinition(it.actors.staff, "x")).toBeNull();
  });
});

describe("a definition", () => {
  test("sent twice is one; a name is taken once; archived ones are out of use", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const input = form();
    expect(await defineIndicator(actor, input)).toEqual({ ok: true, id: input.id });
    expect(await defineIndicator(actor, input)).toEqual({ ok: true, id: input.id });
    expect(await defineIndicator(actor, form())).toMatchObject({ ok: false, field: "name" });
    expect(await db.event.count()).toBe(1);
    await archiveIndicator(actor, input.id, true);
    expect(await listIndicators(actor, actor.organisation.id)).toEqual([]);
    expect(await saveValues(actor, year, [month(input.id, "3")])).toMatchObject({ saved: 0 });
    await archiveIndicator(actor, input.id, false);
    expect(await saveValues(actor, year, [month(input.id, "3")])).toMatchObject({ saved: 1 });
  });

  test("how its figures are read stays once there are any; the rest may change", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id } = await makeIndicator({ organisationId: actor.organisation.id, name: "Cakupan K6" });
    const edit = (changes: object, version: number) =>
      editIndicator(actor, indicatorEditSchema.parse({ ...formFields(id), ...changes, version }));
    expect(await edit({ form: "COUNT", unit: "kali" }, 0)).toEqual({ ok: true });
    expect(await edit({}, 0)).toMatchObject({ ok: false });
    expect(await edit({}, 1)).toEqual({ ok: true });
    await saveValues(actor, year, [month(id, "3")]);
    expect(await edit({ form: "COUNT", unit: "kali" }, 2)).toMatchObject({ ok: false, field: "form" });
    expect(await edit({ isCumulative: "tidak", spread: "FLAT" }, 2)).toMatchObject({
      ok: false,
      field: "isCumulative",
    });
    expect(await edit({ name: "Cakupan K4", spread: "MONTHLY" }, 2)).toEqual({ ok: true });
  });

  const formFields = (id: string) => ({
    id,
    name: "Cakupan K6",
    form: "COVERAGE",
    isCumulative: "ya",
    lowerIsBetter: "tidak",
    spread: "TWELFTHS",
  });
});

describe("figures", () => {
  test("are saved, changed and taken away; one event for each time", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id } = await makeIndicator({ organisationId: actor.organisation.id });
    expect(await saveValues(actor, year, [month(id, "3"), month(id, "0", { month: 7 })])).toMatchObject({ saved: 2 });
    expect(await saveValues(actor, year, [month(id, "4", { shown: "3" })])).toMatchObject({ saved: 1 });
    expect(await saveValues(actor, year, [month(id, "", { shown: "0", month: 7 })])).toMatchObject({ saved: 1 });
    const rows = await db.indicatorValue.findMany({ select: { month: true, value: true } });
    expect(rows.map((row) => [row.month, Number(row.value)])).toEqual([[6, 4]]);
    expect((await listSentences()).map(({ says, lines }) => [says.split(":", 1)[0], lines])).toEqual([
      ["mengisi capaian", ["bulan: Juni 2024, Juli 2024", "sel: 2"]],
      ["mengisi capaian", ["bulan: Juni 2024", "sel: 1"]],
      ["mengisi capaian", ["bulan: Juli 2024", "sel: 1"]],
    ]);
    expect(await saveValues(actor, year, [month(id, "4", { shown: "" })])).toEqual({
      saved: 0,
      refused: {},
      conflicts: {},
    });
    expect(await db.event.count()).toBe(3);
  });

  test("a percent takes a comma, a count none; what is wrong does not stop the rest", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const coverage = await makeIndicator({ organisationId: actor.organisation.id });
    const percent = await makeIndicator({
      organisationId: actor.organisation.id,
      form: "PERCENT",
      isCumulative: false,
    });
    const outcome = await saveValues(actor, year, [
      month(percent.id, "12,5"),
      month(coverage.id, "3,5"),
      month(coverage.id, "abc", { month: 1 }),
      month(coverage.id, "-3", { month: 2 }),
      month(coverage.id, "45", { month: 3 }),
    ]);
    expect(outcome.saved).toBe(2);
    expect(Object.values(outcome.refused)).toEqual([
      "Tulis angka bulat, tanpa koma",
      "Tulis angka bulat, misalnya 12",
      "Tidak boleh kurang dari 0",
    ]);
    expect((await db.indicatorValue.findFirst({ where: { indicatorId: percent.id } }))?.value.toNumber()).toBe(12.5);
  });

  test("of two who change the same cell, the second sees both; the rest of theirs is saved", async () => {
    const first = await makeActor("PUSKESMAS_STAFF");
    const second = await makeActor("PUSKESMAS_ADMIN", { organisationId: first.organisation.id });
    const { id } = await makeIndicator({ organisationId: first.organisation.id });
    await saveValues(first, year, [month(id, "3")]);
    await saveValues(first, year, [month(id, "5", { shown: "3" })]);
    const outcome = await saveValues(second, year, [month(id, "7", { shown: "3" }), month(id, "1", { month: 7 })]);
    expect(outcome).toEqual({ saved: 1, refused: {}, conflicts: { [`${village} ${month(id, "").column}`]: "5" } });
    const decided = month(id, "7", { shown: "5", isInConflict: true, decision: "mine" });
    expect(await saveValues(second, year, [{ ...decided, decision: null }])).toMatchObject({ saved: 0 });
    expect(await saveValues(second, year, [{ ...decided, decision: "theirs" }])).toMatchObject({
      saved: 0,
      conflicts: {},
    });
    expect(await saveValues(second, year, [decided])).toMatchObject({ saved: 1, conflicts: {} });
  });

  test("ten who save an empty cell at once: one wins, nine are told", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id } = await makeIndicator({ organisationId: actor.organisation.id });
    const outcomes = await allEnded(
      Array.from({ length: 10 }, (_, index) => saveValues(actor, year, [month(id, String(index))])),
    );
    expect(outcomes.map(({ saved }) => saved).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(outcomes.filter(({ conflicts }) => Object.keys(conflicts).length === 1)).toHaveLength(9);
  });

  test("those looked at in a month stand only beside a number", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id } = await makeIndicator({ organisationId: actor.organisation.id, isCumulative: false, spread: "FLAT" });
    expect((await saveValues(actor, year, [month(id, "20", { part: "d" })])).refused).toEqual({
      [`${village} ${month(id, "", { part: "d" }).column}`]: "Isi juga jumlahnya, atau kosongkan sasarannya",
    });
    expect(await saveValues(actor, year, [month(id, "3"), month(id, "20", { part: "d" })])).toMatchObject({ saved: 2 });
    expect((await saveValues(actor, year, [month(id, "", { shown: "3" })])).saved).toBe(0);
    expect(
      await saveValues(actor, year, [month(id, "", { shown: "3" }), month(id, "", { part: "d", shown: "20" })]),
    ).toMatchObject({ saved: 2 });
    expect(await db.indicatorValue.count()).toBe(0);
  });

  test("the grid shows what stands: a year of one indicator, a month of all", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const coverage = await makeIndicator({ organisationId: actor.organisation.id, position: 1 });
    const weighed = await makeIndicator({
      organisationId: actor.organisation.id,
      position: 2,
      isCumulative: false,
      spread: "FLAT",
    });
    await saveValues(actor, year, [
      month(coverage.id, "3"),
      month(weighed.id, "80"),
      month(weighed.id, "100", { part: "d" }),
    ]);
    const ofMonth = await findValuesGrid(actor, actor.organisation.id, { year, month: 6 });
    expect(ofMonth?.grid.cells[0]?.map((one) => one?.text)).toEqual(["3", "80", "100"]);
    const ofYear = await findValuesGrid(actor, actor.organisation.id, { year, indicatorId: weighed.id });
    expect(ofYear?.grid.blocks.map(({ columns }) => columns.length)).toEqual([12, 12]);
    expect(ofYear?.grid.cells[0]?.[5]?.text).toBe("80");
    expect(ofYear?.grid.cells[0]?.[17]?.text).toBe("100");
    expect(await findValuesGrid(actor, actor.organisation.id, { year, indicatorId: randomUUID() })).toBeNull();
  });

  test("a month to come takes no figures, and one that stands there may be emptied", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const puskesmasId = actor.organisation.id;
    const { id: indicatorId } = await makeIndicator({ organisationId: puskesmasId, isCumulative: false });
    const far = { year: 2099, month: 6 };
    await makeValue({ puskesmasId, indicatorId, villageCode: village, ...far, value: 3 });
    const outcome = await saveValues(actor, far.year, [
      month(indicatorId, "4", { month: 7 }),
      month(indicatorId, "5", { month: 7, part: "d" }),
    ]);
    expect(outcome.saved).toBe(0);
    expect(Object.values(outcome.refused)).toEqual(Array(2).fill("Juli 2099 belum tiba: periksa tahun dan bulannya"));
    const emptied = { ...month(indicatorId, ""), shown: "3" };
    expect(await saveValues(actor, far.year, [emptied])).toMatchObject({ saved: 1, refused: {} });
    expect(await db.indicatorValue.count()).toBe(0);
  });

  test("above 100 % is kept and told, by the year and by the month", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const puskesmasId = actor.organisation.id;
    const coverage = await makeIndicator({ organisationId: puskesmasId, position: 1, name: "IDL" });
    const weighed = await makeIndicator({ organisationId: puskesmasId, position: 2, name: "D/S", isCumulative: false });
    const percent = { form: "PERCENT", isCumulative: false } as const;
    const typed = await makeIndicator({ organisationId: puskesmasId, position: 3, name: "ABJ", ...percent });
    await makeDenominator({ puskesmasId, indicatorId: coverage.id, villageCode: village, year, value: 40 });
    await saveValues(actor, year, [
      month(coverage.id, "40", { month: 1 }),
      month(coverage.id, "5", { month: 2 }),
      month(weighed.id, "12"),
      month(weighed.id, "10", { part: "d" }),
      month(weighed.id, "9", { month: 7 }),
      month(typed.id, "112,5"),
      month(typed.id, "100", { month: 7 }),
    ]);
    const rows = await listAboveDenominator(actor, puskesmasId, year, [coverage.id, weighed.id, typed.id]);
    expect(rows.map(({ indicator, month: number, value, base }) => [indicator, number, value, base])).toEqual([
      ["IDL", null, 45, 40],
      ["D/S", 6, 12, 10],
      ["ABJ", 6, 112.5, null],
    ]);
  });
});

describe("targets and sasaran", () => {
  test("a percent with a comma, none over 100, a COUNT over 100; emptied goes", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const coverage = await makeIndicator({ organisationId: actor.organisation.id });
    const count = await makeIndicator({ organisationId: actor.organisation.id, form: "COUNT", unit: "kali" });
    const target = (row: string, typed: string, shown = "") => cell({ row, column: "setahun", typed, shown });
    const outcome = await saveTargets(actor, year, [target(coverage.id, "112,5"), target(count.id, "150")]);
    expect(outcome).toEqual({
      saved: 1,
      refused: { [`${coverage.id} setahun`]: "Target persen paling banyak 100" },
      conflicts: {},
    });
    expect(await saveTargets(actor, year, [target(coverage.id, "12,5")])).toMatchObject({ saved: 1 });
    expect((await db.indicatorTarget.findFirst({ where: { indicatorId: coverage.id } }))?.target.toNumber()).toBe(12.5);
    expect(await saveTargets(actor, year, [target(coverage.id, "", "12,5")])).toMatchObject({ saved: 1 });
    expect(await db.indicatorTarget.count()).toBe(1);
  });

  test("typed per month: twelve or none, never falling, none without the year", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id } = await makeIndicator({ organisationId: actor.organisation.id, spread: "MONTHLY" });
    const months = (numbers: readonly string[]) =>
      numbers.map((typed, index) => cell({ row: id, column: `b${index + 1}`, typed }));
    const rising = ["0", "0", "0", "0", "0", "0", "0", "80", "90", "95", "95", "95"];
    const yearly = cell({ row: id, column: "setahun", typed: "95" });
    const reasons = async (cells: SentCell[]) => [
      ...new Set(Object.values((await saveTargets(actor, year, cells)).refused)),
    ];
    expect(await reasons(months(rising))).toEqual([expect.stringContaining("Isi target setahun")]);
    expect(await reasons([yearly, ...months(rising.slice(0, 5))])).toEqual([
      expect.stringContaining("kedua belas bulan"),
    ]);
    expect(await reasons([yearly, ...months(rising.with(11, "90"))])).toEqual([
      expect.stringContaining("tidak boleh turun"),
    ]);
    expect(await saveTargets(actor, year, [yearly, ...months(rising)])).toMatchObject({ saved: 13, refused: {} });
    const [row] = await db.indicatorTarget.findMany();
    expect(row?.monthly.map(Number)).toEqual(rising.map(Number));
    const grid = await findTargetGrid(actor, actor.organisation.id, year);
    expect(grid?.cells[0]?.map((one) => one?.text)).toEqual(["95", ...rising]);
  });

  test("last year's are taken over where this year has none", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const puskesmasId = actor.organisation.id;
    const [one, other] = [
      await makeIndicator({ organisationId: puskesmasId }),
      await makeIndicator({ organisationId: puskesmasId }),
    ];
    await makeTarget({ puskesmasId, indicatorId: one.id, year: year - 1, target: 80 });
    await makeTarget({ puskesmasId, indicatorId: other.id, year: year - 1, target: 70 });
    await makeTarget({ puskesmasId, indicatorId: other.id, year, target: 75 });
    await makeDenominator({ puskesmasId, indicatorId: one.id, villageCode: village, year: year - 1, value: 40 });
    expect(await copyTargets(actor, year)).toEqual({ copied: 1 });
    expect(await copyTargets(actor, year)).toEqual({ copied: 0 });
    expect(await copySasaran(actor, year)).toEqual({ copied: 1 });
    const targets = await db.indicatorTarget.findMany({ where: { year }, orderBy: { target: "asc" } });
    expect(targets.map(({ target }) => target.toNumber())).toEqual([75, 80]);
    expect((await findSasaranGrid(actor, puskesmasId, year))?.cells[0]?.[0]?.text).toBe("40");
  });

  test("a sasaran of zero is one; with decimals none; emptied it goes", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id } = await makeIndicator({ organisationId: actor.organisation.id });
    expect(await saveSasaran(actor, year, [cell({ column: id, typed: "0" })])).toMatchObject({ saved: 1 });
    expect(await db.indicatorDenominator.findMany({ select: { value: true } })).toEqual([{ value: 0 }]);
    expect((await saveSasaran(actor, year, [cell({ column: id, typed: "3,5", shown: "0" })])).saved).toBe(0);
    expect(await saveSasaran(actor, year, [cell({ column: id, typed: "", shown: "0" })])).toMatchObject({ saved: 1 });
    expect(await db.indicatorDenominator.count()).toBe(0);
  });

  test("one desa sent twice is one desa: the last counts", async () => {
    const actor = await makeActor("PUSKESMAS_STAFF");
    const { id } = await makeIndicator({ organisationId: actor.organisation.id });
    const twice = ["40", "41"].map((typed) => cell({ column: id, typed }));
    expect(await saveSasaran(actor, year, twice)).toMatchObject({ saved: 1, refused: {}, conflicts: {} });
    expect(await db.indicatorDenominator.findMany({ select: { value: true } })).toEqual([{ value: 41 }]);
  });
});
