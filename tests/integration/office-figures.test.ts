// Indicators of an office above go to all puskesmas below it; what it tells of them stands beside what they tell.
import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import readSheet from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { db } from "@/lib/db";
import { shownFigure } from "@/lib/figures/office-cells";
import { officeImport } from "@/lib/figures/office-import";
import { listDifferingIndicators, listOfficeFigures } from "@/lib/figures/office-reads";
import { officeTemplate, officeWorkbook } from "@/lib/figures/office-sheet";
import { removeOfficeFigure } from "@/lib/figures/office-writes";
import { findTargetGrid, saveTargets } from "@/lib/figures/targets";
import { confirmImport } from "@/lib/imports/confirm";
import { listIndicators } from "@/lib/indicators/reads";
import { listPws } from "@/lib/pws/pws";
import { sheetFile } from "@/tests/factories/directory-files";
import { listSentences } from "@/tests/factories/events";
import { makeIndicator, makeTarget, makeValue } from "@/tests/factories/indicators";
import { makeKabupaten, makeProvinsi, makePuskesmas } from "@/tests/factories/organisations";
import { makeActor } from "@/tests/factories/users";

const year = 2025;
const village = "18.01.15.2001";

async function makeOffices() {
  const province = await makeProvinsi();
  const dinkes = await makeKabupaten({ parentId: province.id });
  const first = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Sragi", registrationCode: "1801151" });
  const second = await makePuskesmas({ parentId: dinkes.id, name: "Puskesmas Way Urang" });
  const foreign = await makePuskesmas({ name: "Puskesmas Asing" });
  const indicator = await makeIndicator({ organisationId: dinkes.id, name: "Kunjungan rumah", form: "COUNT" });
  const admin = await makeActor("DINKES_ADMIN", { organisationId: dinkes.id });
  const staff = await makeActor("PUSKESMAS_STAFF", { organisationId: first.id });
  return { province, dinkes, first, second, foreign, indicator, admin, staff };
}

async function upload(actor: Actor, cells: readonly (readonly (string | number | null)[])[]) {
  const id = randomUUID();
  const drafted = await officeImport.draft(actor, { id, name: "capaian.xlsx", bytes: await sheetFile(cells) });
  if (!drafted.ok) throw new Error(drafted.reason);
  const found = await officeImport.find(actor, id);
  if (!found || !("plan" in found)) throw new Error("Nothing to see");
  return { ...found, id };
}

async function bring(actor: Actor, cells: readonly (readonly (string | number | null)[])[]) {
  const { id, plan } = await upload(actor, cells);
  expect(await confirmImport(actor, officeImport, { id, shown: plan.fingerprint })).toEqual({ ok: true });
}

const header = ["Puskesmas", "Indikator", "Tahun", "Januari", "Februari", "Maret"];

describe("indicators and targets of the offices above", () => {
  test("go to every puskesmas below, and to no other", async () => {
    const { province, first, foreign, indicator } = await makeOffices();
    const wide = await makeIndicator({ organisationId: province.id, name: "Cakupan provinsi" });
    const names = async (organisationId: string) =>
      (await listIndicators(await makeActor("PUSKESMAS_STAFF", { organisationId }), organisationId)).map(
        ({ id }) => id,
      );
    expect((await names(first.id)).sort()).toEqual([indicator.id, wide.id].sort());
    expect(await names(foreign.id)).toEqual([]);
  });

  test("the nearest target counts: a puskesmas's own, else its Dinkes's, else the province's", async () => {
    const { province, dinkes, first, admin, staff } = await makeOffices();
    const { id: indicatorId } = await makeIndicator({
      organisationId: province.id,
      form: "PERCENT",
      isCumulative: false,
      spread: "FLAT",
    });
    const aim = async () =>
      (await listPws(staff, { puskesmasId: first.id, year, month: 3 }))?.columns.find(
        ({ indicator }) => indicator.id === indicatorId,
      )?.indicator.yearTarget?.target;
    const set = (actor: Actor, typed: string, shown = "") =>
      saveTargets(actor, year, [
        { row: indicatorId, column: "setahun", typed, shown, decision: null, isInConflict: false },
      ]);
    await makeTarget({ indicatorId, puskesmasId: province.id, year, target: 60 });
    expect(await aim()).toBe(60);
    expect(await set(admin, "70")).toMatchObject({ saved: 1 });
    expect(await aim()).toBe(70);
    expect(JSON.stringify(await findTargetGrid(staff, first.id, year))).toContain(`dari ${dinkes.name}: 70`);
    expect(await set(staff, "75")).toMatchObject({ saved: 1 });
    expect(await aim()).toBe(75);
    await set(staff, "", "75");
    expect(await aim()).toBe(70);
  });
});

describe("the sheet of a Dinkes", () => {
  test("holds every puskesmas with its months, and comes back as it went", async () => {
    const { first, indicator, admin } = await makeOffices();
    await bring(admin, [header, ["Puskesmas Sragi", "Kunjungan rumah", year, 4, 0, null]]);
    const bytes = await buffer(officeWorkbook(await officeTemplate(admin, { year, indicatorId: indicator.id })));
    const [sheet] = await readSheet(bytes);
    const rows = sheet?.data ?? [];
    expect(rows[0]?.slice(0, 5)).toEqual(["Kode puskesmas", "Puskesmas", "Indikator", "Tahun", "Januari"]);
    expect(rows.slice(1).map((row) => row.slice(1, 7))).toEqual([
      ["Puskesmas Sragi", "Kunjungan rumah", year, 4, 0, null],
      ["Puskesmas Way Urang", "Kunjungan rumah", year, null, null, null],
    ]);
    const again = randomUUID();
    await officeImport.draft(admin, { id: again, name: "lagi.xlsx", bytes });
    const found = await officeImport.find(admin, again);
    expect(found && "plan" in found && found.plan.counts).toEqual({ baru: 0, ubah: 0, tetap: 2 });
    expect(await db.puskesmasValue.findMany({ select: { puskesmasId: true, enteredBy: true, origin: true } })).toEqual(
      Array(2).fill({ puskesmasId: first.id, enteredBy: admin.name, origin: "SHEET" }),
    );
    expect((await listSentences({ action: "office-figures.imported" }))[0]?.says).toContain("capaian.xlsx");
  });

  test("says of each row what is wrong with it, and brings the others", async () => {
    const { admin } = await makeOffices();
    const { plan, preview } = await upload(admin, [
      ["Kode puskesmas", ...header],
      [null, "Puskesmas Asing", "Kunjungan rumah", year, 1, null, null],
      ["1801151", "Way Urang", "Kunjungan rumah", year, 1, null, null],
      ["1801151", "Sragi", "Tidak ada", year, 1, null, null],
      [null, "Way Urang", "Kunjungan rumah", year, 1.5, 2, null],
      [null, "way urang", "kunjungan rumah", year, null, null, 7],
    ]);
    expect(plan.rows.map(({ month, value }) => [month, value])).toEqual([
      [2, 2],
      [3, 7],
    ]);
    const words = plan.refused.map(({ row, reasons }) => `${row} ${reasons[0]}`);
    expect(words).toEqual([
      "2 Puskesmas “Puskesmas Asing” tidak ada di antara yang Anda kelola",
      "3 Kode 1801151 adalah Puskesmas Sragi, tetapi di kolom nama tertulis “Way Urang”",
      "4 Indikator “Tidak ada” tidak ada; lihat daftarnya di templat",
      "5 Nilai 1,5 harus angka bulat: Kunjungan rumah menghitung jumlah",
    ]);
    expect(preview.submit).toBe("Impor 2 angka");
  });

  test("writes over nothing that a puskesmas told: both stay, and it is shown that they differ", async () => {
    const { first, dinkes, indicator, admin, staff } = await makeOffices();
    const at = { puskesmasId: first.id, indicatorId: indicator.id, year };
    await makeValue({ ...at, villageCode: village, month: 1, value: 5 });
    await makeValue({ ...at, villageCode: "18.01.15.2002", month: 1, value: 7 });
    const cells = [header, ["Sragi", "Kunjungan rumah", year, 11, 3, null]] as const;
    const { plan, preview, id } = await upload(admin, cells);
    expect(plan.differing).toEqual([expect.objectContaining({ row: 2, words: "berkas: 11; jumlah desa: 12" })]);
    expect(preview.lists.find((list) => list.id === "berbeda")?.total).toBe(1);
    await confirmImport(admin, officeImport, { id, shown: plan.fingerprint });
    expect(await db.indicatorValue.count()).toBe(2);
    const wanted = { year, indicatorId: indicator.id, page: 1, onlyDiffering: true };
    for (const actor of [admin, staff]) {
      const { lines } = await listOfficeFigures(actor, wanted);
      expect(lines.map(({ puskesmas }) => puskesmas.id)).toEqual([first.id]);
      const [january, february] = lines[0]?.cells ?? [];
      expect(january && shownFigure(january, first.id)).toEqual({ value: 12, by: "jumlah desa", isDiffering: true });
      expect(january?.told[0]).toMatchObject({ source: dinkes.name, value: 11, enteredBy: admin.name });
      expect(february && shownFigure(february, first.id)).toMatchObject({ value: 3, isDiffering: false });
    }
    expect(await listDifferingIndicators(staff, year)).toEqual([{ id: indicator.id, name: "Kunjungan rumah" }]);
    await bring(staff, [header, ["Sragi", "Kunjungan rumah", year, 12, null, null]]);
    expect(await db.puskesmasValue.count()).toBe(3);
    expect(await removeOfficeFigure(admin, { ...at, month: 1 })).toEqual({ ok: true });
    expect(await removeOfficeFigure(admin, { ...at, month: 1 })).toMatchObject({ ok: false });
    expect((await listOfficeFigures(admin, wanted)).lines).toEqual([]);
    expect(await listDifferingIndicators(staff, year)).toEqual([]);
  });

  test("a puskesmas brings its own alone", async () => {
    const { staff } = await makeOffices();
    const { plan } = await upload(staff, [header, ["Way Urang", "Kunjungan rumah", year, 1, null, null]]);
    expect([plan.rows, plan.refused.length]).toEqual([[], 1]);
    expect(officeImport.mayImport(await makeActor("DINKES_REVIEWER"))).toBe(false);
    expect(officeImport.mayImport(await makeActor("PUSKESMAS_READER"))).toBe(false);
  });
});
