// Figures by file: what is refused and why, nothing saved before it is confirmed, again without doubling, fifty thousand.
import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { describe, expect, test, vi } from "vitest";
import { type Actor, NotAllowed } from "@/lib/actor";
import { db } from "@/lib/db";
import { exportValues, templateWorkbook, valuesCsv, valuesTemplate, valuesWorkbook } from "@/lib/figures/export";
import { valuesImport } from "@/lib/figures/import";
import { sheetFile } from "@/tests/factories/directory-files";
import { makeIndicator, makeValue } from "@/tests/factories/indicators";
import { makeActor } from "@/tests/factories/users";
import { manyRows, type ValueFileRow, valuesCsvFile, valuesXlsx } from "@/tests/factories/value-files";

vi.setConfig({ testTimeout: 60_000 });

const village = "18.01.15.2001";

async function preview(actor: Actor, bytes: Buffer, id: string = randomUUID()) {
  const outcome = await valuesImport.draft(actor, { id, name: "capaian.xlsx", bytes });
  if (!outcome.ok) throw new Error(outcome.reason);
  const found = await valuesImport.find(actor, id);
  if (!found || found.confirmedAt) throw new Error("No preview");
  const { plan, draft } = found;
  return {
    id,
    plan,
    draft,
    reasons: plan.refused.map(({ row, reasons }) => `${row}: ${reasons.join(" | ")}`),
    confirm: () => valuesImport.apply(actor, id, plan.fingerprint),
  };
}

async function world() {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const organisationId = actor.organisation.id;
  const idl = await makeIndicator({ organisationId, name: "IDL", position: 1 });
  const abj = await makeIndicator({ organisationId, name: "ABJ", form: "PERCENT", isCumulative: false, position: 2 });
  const ds = await makeIndicator({ organisationId, name: "D/S", isCumulative: false, spread: "FLAT", position: 3 });
  return { actor, idl, abj, ds };
}

const row = (changes: ValueFileRow = {}): ValueFileRow => ({
  villageCode: village,
  indicator: "IDL",
  year: 2024,
  month: 6,
  value: 4,
  ...changes,
});

describe.each([
  ["XLSX", (rows: ValueFileRow[]) => valuesXlsx(rows)],
  ["CSV", async (rows: ValueFileRow[]) => valuesCsvFile(rows)],
] as const)("%s", (_, make) => {
  test("each faulty cell by its row and reason; the rest is imported once confirmed, and again without doubling", async () => {
    const { actor } = await world();
    const foreign = await makeIndicator({
      organisationId: (await makeActor("PUSKESMAS_ADMIN")).organisation.id,
      name: "K6",
    });
    const bytes = await make([
      row(),
      row({ villageCode: "18.01.15.2999" }),
      row({ villageCode: "18.01.08.2001" }),
      row({ indicator: foreign.name }),
      row({ month: 13 }),
      row({ value: -3 }),
      row({ value: "abc" }),
      row({ month: "Juli", value: 5 }),
      row({ month: 8, value: 5 }),
      row({ month: 8, value: 6 }),
      row({ month: 9, value: "3,5" }),
      row({ indicator: "abj", value: "12,5" }),
      row({ indicator: "ABJ", month: 7, value: "1000" }),
      row({ indicator: "ABJ", month: 8, value: "112,5" }),
      row({ indicator: "D/S", value: 80, denominator: 100 }),
      row({ month: 10, denominator: 100 }),
      row({ year: 1890 }),
      row({ year: 2099 }),
      row({ month: 11, value: "" }),
    ]);
    const it = await preview(actor, bytes);
    expect(it.reasons).toEqual([
      expect.stringMatching(/^3: Kode desa 18\.01\.15\.2999 tidak ada/),
      expect.stringMatching(/^4: Desa .+ \(18\.01\.08\.2001\) di luar wilayah kerja/),
      expect.stringMatching(/^5: Indikator “K6” tidak ada/),
      expect.stringMatching(/^6: Bulan “13” tidak ada/),
      expect.stringMatching(/^7: Nilai -3 tidak boleh kurang dari 0/),
      expect.stringMatching(/^8: Nilai “abc” bukan angka/),
      expect.stringMatching(/^10: .+ juga ada di baris 11: sisakan satu/),
      expect.stringMatching(/^11: .+ juga ada di baris 10: sisakan satu/),
      expect.stringMatching(/^12: Nilai 3,5 harus angka bulat/),
      expect.stringMatching(/^14: Nilai 1000 terlalu besar: persen paling banyak 999,99/),
      expect.stringMatching(/^17: IDL memakai sasaran setahun/),
      expect.stringMatching(/^18: Tahun “1890” harus antara 2000 dan 2100/),
      expect.stringMatching(/^19: Juni 2099 belum tiba: periksa tahunnya/),
    ]);
    expect(it.draft.empty).toBe(1);
    expect(it.plan.counts).toEqual({ baru: 5, ubah: 0, tetap: 0 });
    expect([await db.indicatorValue.count(), await db.event.count()]).toEqual([0, 0]);

    expect(await it.confirm()).toEqual({ ok: true });
    expect(await it.confirm()).toEqual({ ok: true });
    expect([await db.indicatorValue.count(), await db.event.count()]).toEqual([5, 1]);
    expect(await valuesImport.find(actor, it.id)).toMatchObject({ done: { baru: 5, ubah: 0, tetap: 0, leftOut: 13 } });
    const again = await preview(actor, bytes);
    expect(again.plan.counts).toEqual({ baru: 0, ubah: 0, tetap: 5 });
    expect(await again.confirm()).toMatchObject({ ok: false });
  });

  test("what stands is written over; a file without the column leaves those looked at", async () => {
    const { actor, ds } = await world();
    await makeValue({
      puskesmasId: actor.organisation.id,
      indicatorId: ds.id,
      villageCode: village,
      year: 2024,
      month: 6,
      value: 80,
      denominator: 100,
    });
    const it = await preview(actor, await make([row({ indicator: "D/S", value: 85, denominator: 100 })]));
    expect(it.plan.changes).toEqual([
      { row: 2, label: expect.stringContaining("D/S, Juni 2024"), words: "80 dari 100 → 85 dari 100" },
    ]);
    const without = await preview(
      actor,
      await sheetFile([
        ["Kode desa", "Indikator", "Tahun", "Bulan", "Nilai"],
        [village, "D/S", 2024, 6, 85],
      ]),
    );
    await without.confirm();
    expect(await db.indicatorValue.findFirst({ select: { denominator: true } })).toEqual({ denominator: 100 });
  });
});

test("twelve months in a row are read, empty ones left out", async () => {
  const { actor } = await world();
  const months = [
    "Januari",
    "Feb",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agt",
    "September",
    "Oktober",
    "November",
    "Desember",
  ];
  const it = await preview(
    actor,
    await sheetFile([
      ["Rekap IDL"],
      ["Kode desa", "Desa", "Indikator", "Tahun", ...months],
      [village, "Desa KUALA  sekampung", "IDL", 2024, 1, 2, 3, null, 5, 6, 7, 8, 9, 10, "x", null],
    ]),
  );
  expect(it.plan.counts.baru).toBe(9);
  expect(it.reasons).toEqual(["3: Nilai “x” bukan angka: tulis seperti 12 atau 12,5"]);
  await it.confirm();
  const rows = await db.indicatorValue.findMany({ orderBy: { month: "asc" }, select: { month: true, value: true } });
  expect(rows.map((one) => [one.month, Number(one.value)])).toEqual(
    [1, 2, 3, 5, 6, 7, 8, 9, 10].map((number) => [number, number]),
  );
});

test("a number of a sheet is a number: what a formula came to is kept to hundredths, and thousandths are no thousands", async () => {
  const { actor } = await world();
  const it = await preview(
    actor,
    await valuesXlsx([
      row({ indicator: "ABJ", value: 12.125 }),
      row({ indicator: "ABJ", month: 7, value: 12.3 }),
      row({ indicator: "ABJ", month: 8, value: 77.41935483870968 }),
      row({ month: 9, value: 12.5 }),
      row({ month: 10, value: 3.0000000000000004 }),
    ]),
  );
  expect(it.reasons).toEqual([expect.stringContaining("5: Nilai 12,5 harus angka bulat")]);
  expect(it.plan.rows.map(({ value }) => value)).toEqual([12.13, 12.3, 77.42, 3]);
});

test("percents that a sheet keeps as shares of one are not taken for percents", async () => {
  const { actor, abj } = await world();
  const shares = await valuesXlsx([
    row({ indicator: "ABJ", value: 0.77 }),
    row({ indicator: "ABJ", month: 7, value: 1 }),
    row({ month: 7, value: 1 }),
  ]);
  const it = await preview(actor, shares);
  expect(it.reasons).toEqual([
    expect.stringMatching(/^2: Semua nilai ABJ .* kalikan 100/),
    expect.stringMatching(/^3: Semua nilai ABJ/),
  ]);
  expect(it.plan.counts).toEqual({ baru: 1, ubah: 0, tetap: 0 });
  const small = await preview(
    actor,
    await valuesXlsx([row({ indicator: "ABJ", value: 0.5 }), row({ indicator: "ABJ", month: 7, value: 1.5 })]),
  );
  expect(small.reasons).toEqual([]);
  // What was typed below 1 % is exported and comes back.
  for (const [month, value] of [
    [6, 0.77],
    [7, 1],
  ] as const)
    await makeValue({
      puskesmasId: actor.organisation.id,
      indicatorId: abj.id,
      villageCode: village,
      year: 2024,
      month,
      value,
    });
  expect((await preview(actor, shares)).plan.counts).toEqual({ baru: 1, ubah: 0, tetap: 2 });
  const zeros = await preview(actor, valuesCsvFile([row({ indicator: "ABJ", month: 8, value: 0 })]));
  expect(zeros.reasons).toEqual([]);
});

test.each([
  [
    "no columns",
    [
      ["a", "b"],
      ["1", "2"],
    ],
    "Kolom “Kode desa”",
  ],
  [
    "neither months nor values",
    [
      ["Kode desa", "Indikator", "Tahun"],
      ["1", "2", "3"],
    ],
    "Kolom “Bulan” dan “Nilai”",
  ],
  [
    "both shapes",
    [
      ["Kode desa", "Indikator", "Tahun", "Bulan", "Nilai", "Mei"],
      ["1", "2", "3", "4", "5", "6"],
    ],
    "Sisakan salah satunya",
  ],
  [
    "no numbers",
    [
      ["Kode desa", "Indikator", "Tahun", "Bulan", "Nilai"],
      [village, "IDL", "2024", "6", ""],
    ],
    "Tidak ada angka",
  ],
] as const)("%s: refused as a whole", async (_, cells, reason) => {
  const { actor } = await world();
  const outcome = await valuesImport.draft(actor, { id: randomUUID(), name: "x.xlsx", bytes: await sheetFile(cells) });
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringContaining(reason), field: "file" });
});

test.each(["XLSX", "CSV"])("what is exported as %s is imported unchanged, whatever names begin with", async (form) => {
  const { actor, abj, ds } = await world();
  const puskesmasId = actor.organisation.id;
  const formula = await makeIndicator({ organisationId: puskesmasId, name: "=1+1", position: 9 });
  const apostrophe = await makeIndicator({ organisationId: puskesmasId, name: "'@kader", position: 10 });
  for (const [indicatorId, value, denominator] of [
    [abj.id, 12.5, null],
    [ds.id, 80, 100],
    [formula.id, 0, null],
    [apostrophe.id, 3, null],
  ] as const)
    await makeValue({ puskesmasId, indicatorId, villageCode: village, year: 2024, month: 6, value, denominator });
  const found = await exportValues(actor, puskesmasId, 2024);
  if (!found) throw new Error("nothing to export");
  const bytes = await buffer(form === "CSV" ? valuesCsv(found.rows) : valuesWorkbook(found.rows));
  const it = await preview(actor, bytes);
  expect(it.reasons).toEqual([]);
  expect(it.plan.counts).toEqual({ baru: 0, ubah: 0, tetap: 4 });
});

test("the template holds every desa and indicator of last month, and imports nothing by itself", async () => {
  const { actor } = await world();
  const template = await valuesTemplate(actor, 2024, 10);
  expect(template.rows).toHaveLength(30);
  for (const bytes of [await templateWorkbook(template), await buffer(valuesCsv(template.rows))])
    expect(await valuesImport.draft(actor, { id: randomUUID(), name: "t.xlsx", bytes })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("Tidak ada angka"),
    });
});

test("figures changed after the preview: nothing is imported, the preview is new", async () => {
  const { actor, idl } = await world();
  const it = await preview(actor, valuesCsvFile([row()]));
  await makeValue({
    puskesmasId: actor.organisation.id,
    indicatorId: idl.id,
    villageCode: village,
    year: 2024,
    month: 6,
    value: 9,
  });
  expect(await it.confirm()).toMatchObject({ ok: false, reason: expect.stringContaining("berubah sejak pratinjau") });
  expect(await db.indicatorValue.findFirst({ select: { value: true } }).then((found) => Number(found?.value))).toBe(9);
});

test("another file under the same form: what was shown of the first confirms nothing of the second", async () => {
  const { actor } = await world();
  const first = await preview(actor, valuesCsvFile([row({ value: 4 })]));
  for (const other of [{ value: 5 }, { month: 7 }, { year: 2023 }, { villageCode: "18.01.15.2002" }]) {
    await preview(actor, valuesCsvFile([row({ value: 4, ...other })]), first.id);
    expect(await first.confirm(), JSON.stringify(other)).toMatchObject({ ok: false });
  }
  const weighed = (denominator: number) => valuesCsvFile([row({ indicator: "D/S", value: 8, denominator })]);
  const second = await preview(actor, weighed(10), first.id);
  await preview(actor, weighed(11), first.id);
  expect(await second.confirm()).toMatchObject({ ok: false });
  expect(await db.indicatorValue.count()).toBe(0);
});

test("only writers of a puskesmas import, each what he uploaded himself", async () => {
  const { actor } = await world();
  const it = await preview(actor, valuesCsvFile([row()]));
  for (const role of ["PUSKESMAS_READER", "DINKES_ADMIN", "DINKES_REVIEWER"] as const) {
    const other = await makeActor(role);
    const upload = { id: randomUUID(), name: "x.csv", bytes: valuesCsvFile([row()]) };
    await expect(valuesImport.draft(other, upload), role).rejects.toThrow(NotAllowed);
    await expect(valuesImport.apply(other, it.id, it.plan.fingerprint), role).rejects.toThrow(NotAllowed);
    await expect(valuesImport.discard(other, it.id), role).rejects.toThrow(NotAllowed);
  }
  const stranger = await makeActor("PUSKESMAS_ADMIN");
  expect(await valuesImport.find(stranger, it.id)).toBeNull();
  expect(await valuesImport.apply(stranger, it.id, it.plan.fingerprint)).toMatchObject({ ok: false });
  await valuesImport.discard(stranger, it.id);
  expect(await exportValues(stranger, actor.organisation.id, 2024)).toBeNull();
  expect(await it.confirm()).toEqual({ ok: true });
});

test("fifty thousand cells, some of them wrong", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const names = Array.from({ length: 30 }, (_, index) => `Cakupan ${index + 1}`);
  for (const name of names) await makeIndicator({ organisationId: actor.organisation.id, name });
  const villages = await db.workingArea.findMany({
    where: { puskesmasId: actor.organisation.id },
    orderBy: { villageCode: "asc" },
  });
  const rows = manyRows(50_000, {
    villages: villages.map(({ villageCode }) => villageCode),
    indicators: names,
    from: 2010,
  });
  for (const index of [10, 20_000, 49_999]) Object.assign(rows[index] ?? {}, { value: "abc" });
  const it = await preview(actor, valuesCsvFile(rows));
  expect(it.plan.counts).toEqual({ baru: 49_997, ubah: 0, tetap: 0 });
  expect(it.plan.refused.map(({ row: number }) => number)).toEqual([12, 20_002, 50_001]);
  expect(await it.confirm()).toEqual({ ok: true });
  expect(await db.indicatorValue.count()).toBe(49_997);
});
