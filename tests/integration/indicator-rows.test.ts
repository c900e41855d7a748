// Indicators of a grid, all of them or none.
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { defineIndicators } from "@/lib/indicators/define-rows";
import { type IndicatorRow, indicatorRowsSchema } from "@/lib/indicators/schema";
import { listSentences } from "@/tests/factories/events";
import { makeActor } from "@/tests/factories/users";

const blank = { name: "", topic: "", form: "COVERAGE", unit: "", isCumulative: "ya", lowerIsBetter: "tidak" };
const row = (changes: Partial<typeof blank>) => ({ ...blank, id: randomUUID(), ...changes });

function parsed(...rows: ReturnType<typeof row>[]): IndicatorRow[] {
  return indicatorRowsSchema.parse({ rows });
}

function faults(...rows: ReturnType<typeof row>[]) {
  const { error } = indicatorRowsSchema.safeParse({ rows });
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

test("rows say what the grid asks, the rest is as usual, and empty rows are left out", () => {
  const rows = parsed(
    row({}),
    row({ name: "Kunjungan K6", topic: "KIA" }),
    row({ name: "Angka bebas jentik", form: "PERCENT" }),
    row({ name: "Kasus DBD", form: "COUNT", unit: "kasus", lowerIsBetter: "ya" }),
  );
  expect(rows).toMatchObject([
    { index: 1, unit: "%", isCumulative: true, spread: "TWELFTHS", topic: "KIA" },
    { index: 2, unit: "%", isCumulative: false, spread: "FLAT" },
    { index: 3, unit: "kasus", isCumulative: true, lowerIsBetter: true },
  ]);
});

test("what is to be mended is said at its row", () => {
  expect(faults(row({}), row({ topic: "KIA" }), row({ name: "Kasus DBD", form: "COUNT" }))).toEqual([
    "rows.1.name: Isi nama indikator",
    "rows.2.unit: Isi satuan, misalnya kasus atau kali",
  ]);
  expect(faults(row({}), row({}))).toEqual(["rows.0.name: Tulis sekurangnya satu nama indikator"]);
});

test("all rows are saved in their order behind those before them, once, or none where a name is taken", async () => {
  const actor = await makeActor("PUSKESMAS_STAFF");
  const rows = parsed(row({ name: "K6" }), row({}), row({ name: "D/S" }));
  expect(await defineIndicators(actor, rows)).toEqual({ ok: true, added: 2 });
  expect(await defineIndicators(actor, rows)).toEqual({ ok: true, added: 0 });
  const more = parsed(row({ name: "Imunisasi dasar lengkap" }), row({ name: "d/s" }));
  expect(await defineIndicators(actor, more)).toMatchObject({ ok: false, field: "rows.1.name" });
  expect(await defineIndicators(actor, parsed(row({ name: "TTD" }), row({ name: "ttd" })))).toMatchObject({
    field: "rows.1.name",
  });
  expect(await defineIndicators(actor, more.slice(0, 1))).toEqual({ ok: true, added: 1 });
  expect(await db.indicator.findMany({ orderBy: { position: "asc" }, select: { name: true, position: true } })).toEqual(
    [
      { name: "K6", position: 10 },
      { name: "D/S", position: 20 },
      { name: "Imunisasi dasar lengkap", position: 30 },
    ],
  );
  expect(await listSentences({ action: "indicator.defined" })).toHaveLength(3);
});
