// What a cell takes, what of a sent grid may be saved, and where a pasted block goes.
import { describe, expect, test } from "vitest";
import { placeOf, readCells, type SentCell, settle, stateAfter, untouchedGrid } from "@/lib/figures/grid";
import { readGridForm } from "@/lib/figures/grid-form";
import { cellText, readCell } from "@/lib/figures/numbers";
import { layBlock, leftOutLine, readBlock } from "@/lib/figures/paste";
import { indicatorSchema } from "@/lib/indicators/schema";

describe("a cell", () => {
  test.each([
    ["", null],
    ["  ", null],
    ["0", 0],
    ["31", 31],
    ["1.250", 1250],
    ["3,0", 3],
  ])("of counts takes “%s”", (text, value) => {
    expect(readCell(text, "count")).toEqual({ ok: true, value });
  });

  test.each([
    ["abc", "Tulis angka bulat, misalnya 12"],
    ["-3", "Tidak boleh kurang dari 0"],
    ["3,5", "Tulis angka bulat, tanpa koma"],
    ["12 %", "Tulis angka bulat, misalnya 12"],
    ["10000000", "Paling banyak 9.999.999"],
    ["=1+1", "Tulis angka bulat, misalnya 12"],
  ])("of counts refuses “%s”", (text, reason) => {
    expect(readCell(text, "count")).toEqual({ ok: false, reason });
  });

  test.each([
    ["12,5", 12.5],
    ["12.5", 12.5],
    ["12,5 %", 12.5],
    ["100", 100],
    ["112,5", 112.5],
    ["999,99", 999.99],
    ["0", 0],
  ])("of percents takes “%s”", (text, value) => {
    expect(readCell(text, "percent")).toEqual({ ok: true, value });
  });

  test.each([
    ["1000", "Persen paling banyak 999,99"],
    ["12,345", "Tulis persen, misalnya 12,5"],
    ["-1", "Tidak boleh kurang dari 0"],
    ["dua", "Tulis persen, misalnya 12,5"],
  ])("of percents refuses “%s”", (text, reason) => {
    expect(readCell(text, "percent")).toEqual({ ok: false, reason });
  });

  test("of percents that are aimed at takes 100 at most", () => {
    expect(readCell("100 %", "percent aimed at")).toEqual({ ok: true, value: 100 });
    expect(readCell("100,1", "percent aimed at")).toEqual({ ok: false, reason: "Target persen paling banyak 100" });
    expect(readCell("x", "percent aimed at")).toEqual({ ok: false, reason: "Tulis persen, misalnya 12,5" });
  });

  test("is written as it is typed", () => {
    expect([cellText(12.5), cellText(1250), cellText(0), cellText(null)]).toEqual(["12,5", "1250", "0", ""]);
  });
});

const sent = (changes: Partial<SentCell>): SentCell => ({
  row: "desa",
  column: "juni",
  typed: "5",
  shown: "3",
  decision: null,
  isInConflict: false,
  ...changes,
});

describe("a grid that was sent", () => {
  const form = (fields: Record<string, string>) =>
    readGridForm(
      Object.entries({
        shown: JSON.stringify({
          rows: ["a", "b"],
          columns: ["x", "y"],
          cells: [
            ["1", ""],
            ["", null],
          ],
          conflicts: ["0.1"],
        }),
        ...fields,
      }),
    );

  test("gives the cells that changed, and those in conflict", () => {
    expect(form({ "c.0.0": "1", "c.0.1": "", "c.1.0": " 7 ", "c.1.1": "9", "c.5.5": "1", "d.0.1": "theirs" })).toEqual([
      sent({ row: "a", column: "y", typed: "", shown: "", isInConflict: true, decision: "theirs" }),
      sent({ row: "b", column: "x", typed: "7", shown: "" }),
    ]);
  });

  test("is none of ours without what was shown", () => {
    expect(form({ shown: "{" })).toBeNull();
    expect(readGridForm([])).toBeNull();
    expect(form({ shown: JSON.stringify({ rows: "a" }) })).toBeNull();
  });

  test("keeps what cannot be read, beside the rest", () => {
    const { ready, refused } = readCells([sent({ typed: "abc" }), sent({ column: "juli" })], () => "count");
    expect(ready.map(({ column, value }) => [column, value])).toEqual([["juli", 5]]);
    expect(refused).toEqual({ [placeOf("desa", "juni")]: "Tulis angka bulat, misalnya 12" });
    const state = stateAfter(untouchedGrid, [sent({ typed: "abc" })], { saved: 1, refused, conflicts: {} });
    expect(state.kept).toEqual({ [placeOf("desa", "juni")]: { typed: "abc", shown: "3" } });
    expect(state.answer).toBe(1);
  });

  test.each([
    ["nobody was there meanwhile", sent({}), 3, { write: true }],
    ["somebody wrote the same", sent({}), 5, {}],
    ["somebody wrote something else", sent({}), 4, { theirs: "4" }],
    ["somebody emptied it", sent({}), null, { theirs: "" }],
    ["a conflict is not decided", sent({ shown: "4", isInConflict: true }), 4, { theirs: "4" }],
    ["mine was chosen", sent({ shown: "4", isInConflict: true, decision: "mine" }), 4, { write: true }],
    [
      "mine was chosen, and it changed once more",
      sent({ shown: "4", isInConflict: true, decision: "mine" }),
      6,
      { theirs: "6" },
    ],
  ] as const)("%s", (_, cell, now, expected: { write?: boolean; theirs?: string }) => {
    const { ready } = readCells([cell], () => "count");
    const { changes, conflicts } = settle(ready, () => now);
    expect(changes.length === 1).toBe(expected.write ?? false);
    expect(conflicts).toEqual(expected.theirs === undefined ? {} : { [placeOf("desa", "juni")]: expected.theirs });
  });

  test("of a place that came twice the last counts", () => {
    const { ready } = readCells([sent({ typed: "7" }), sent({ typed: "8" }), sent({ column: "juli" })], () => "count");
    expect(settle(ready, () => 3).changes.map(({ value }) => value)).toEqual([8, 5]);
  });

  test("theirs was chosen: nothing is written", () => {
    expect(readCells([sent({ isInConflict: true, decision: "theirs", typed: "abc" })], () => "count")).toEqual({
      ready: [],
      refused: {},
    });
  });
});

describe("a pasted block", () => {
  test("is cut at tabs and lines; the last line's end and quotes of the spreadsheet go", () => {
    expect(readBlock("1\t2\r\n3\t\r\n")).toEqual([
      ["1", "2"],
      ["3", ""],
    ]);
    expect(readBlock('"a\nb"\t"c ""d"""\n5')).toEqual([["a\nb", 'c "d"'], ["5"]]);
    expect(readBlock("")).toEqual([[""]]);
  });

  test("larger than the table fills what fits and tells what does not", () => {
    const block = Array.from({ length: 15 }, (_, r) => Array.from({ length: 14 }, (_, c) => `${r}.${c}`));
    const fill = layBlock(block, { row: 2, column: 1 }, { rows: 10, columns: 12 });
    expect(fill.cells).toHaveLength(8 * 11);
    expect(fill.cells.at(-1)).toEqual({ row: 9, column: 11, text: "7.10" });
    expect(fill.leftOut).toEqual({ rows: 7, columns: 3 });
    expect(leftOutLine(fill)).toContain("7 baris dan 3 kolom terakhir tidak masuk");
    expect(leftOutLine(layBlock([["1"]], { row: 9, column: 11 }, { rows: 10, columns: 12 }))).toBe("");
  });
});

describe("a definition", () => {
  const definition = {
    id: "0b1f5f2e-6d5c-4f0a-9a51-5d6d3b8c0a11",
    name: "ABJ",
    form: "PERCENT",
    isCumulative: "tidak",
    lowerIsBetter: "tidak",
    spread: "FLAT",
  };
  const messages = (changes: object) =>
    indicatorSchema
      .safeParse({ ...definition, ...changes })
      .error?.issues.map(({ path, message }) => `${path}: ${message}`);

  test("is whole", () => {
    expect(indicatorSchema.parse({ ...definition, unit: "kasus", denominator: "Rumah" })).toMatchObject({
      unit: "%",
      denominator: null,
      isCumulative: false,
    });
  });

  test.each([
    [{ isCumulative: "ya" }, "isCumulative: Persen yang diketik tidak dapat dijumlahkan"],
    [{ spread: "TWELFTHS" }, "spread: Seperduabelas tiap bulan hanya untuk"],
    [{ form: "COUNT" }, "unit: Isi satuan"],
    [{ name: " " }, "name: Isi nama indikator"],
    [{ form: "" }, "form: Pilih bentuk angkanya"],
  ])("%j is refused", (changes, message) => {
    expect(messages(changes)).toEqual([expect.stringContaining(message)]);
  });
});
