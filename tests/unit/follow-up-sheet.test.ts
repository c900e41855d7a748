import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { progressDefinition } from "@/lib/follow-up/import";
import { type CurrentItem, planProgress } from "@/lib/follow-up/import-plan";
import { readTrace, type SheetCells, sheetColumns, traceOf } from "@/lib/follow-up/sheet-columns";
import { readFile } from "@/lib/imports/definition";
import { writeTable } from "@/lib/imports/table-workbook";
import { archive, sheetXml, workbookEntries } from "@/tests/factories/archives";

const id = "0a0b0c0d-0000-4000-8000-000000000001";
const item: CurrentItem = {
  id,
  number: 3,
  activity: "Sweeping imunisasi",
  status: "IN_PROGRESS",
  percent: 40,
  lastReportedAt: new Date("2026-11-02T03:04:05.678Z"),
  lastNote: "Dua dusun selesai",
};
const usual: SheetCells = { id, trace: traceOf(item), label: "x", status: "Berjalan", percent: "40", note: "" };

function plan(cells: SheetCells, standing: CurrentItem = item) {
  return planProgress(
    { rows: [{ row: 2, cells: { ...usual, ...cells }, errors: [] }], notes: [] },
    new Map([[id, standing]]),
  );
}

describe("a trace", () => {
  test("comes back as it was", () => {
    expect(readTrace(traceOf(item))).toEqual({
      status: "IN_PROGRESS",
      percent: 40,
      lastReportedAt: item.lastReportedAt,
    });
    const untold = { status: "NOT_STARTED", percent: 0, lastReportedAt: null } as const;
    expect(readTrace(traceOf(untold))).toEqual(untold);
  });
  test.each(["", "x", "IN_PROGRESS", "IN_PROGRESS 40", "IN_PROGRESS 4x 0", "JALAN 40 0"])("%s is none", (text) => {
    expect(readTrace(text)).toBeNull();
  });
});

describe("a row of the file", () => {
  test("that says nothing new is left alone, whatever became of it in the app", () => {
    expect(plan({})).toMatchObject({ unchanged: 1, ready: [], conflicts: [] });
    expect(plan({}, { ...item, percent: 70, lastReportedAt: new Date() })).toMatchObject({ unchanged: 1 });
    expect(plan({ percent: "40 %", status: " berjalan " })).toMatchObject({ unchanged: 1 });
  });

  test.each<[SheetCells, { status: string; percent: number; from: string; to: string }]>([
    [{ percent: "65" }, { status: "IN_PROGRESS", percent: 65, from: "Berjalan, 40 %", to: "Berjalan, 65 %" }],
    [{ status: "Selesai" }, { status: "DONE", percent: 100, from: "Berjalan, 40 %", to: "Selesai" }],
    [{ note: "Tiga dusun" }, { status: "IN_PROGRESS", percent: 40, from: "Berjalan, 40 %", to: "Berjalan, 40 %" }],
    [
      { status: "Dibatalkan", note: "Dana dialihkan" },
      { status: "CANCELLED", percent: 40, from: "Berjalan, 40 %", to: "Dibatalkan, 40 %" },
    ],
    [{ status: "Belum mulai" }, { status: "NOT_STARTED", percent: 0, from: "Berjalan, 40 %", to: "Belum mulai, 0 %" }],
  ])("%o is ready", (cells, change) => {
    expect(plan(cells).ready).toMatchObject([{ row: 2, itemId: id, ...change }]);
  });

  test.each<[SheetCells, string]>([
    [{ percent: "12,5" }, "Kemajuan “12,5” belum benar: tulis angka bulat 0 sampai 100."],
    [{ percent: "0.4" }, "belum benar"],
    [{ percent: "abc" }, "Kemajuan “abc” belum benar"],
    [{ percent: "140" }, "belum benar"],
    [{ percent: "-5" }, "belum benar"],
    [{ status: "Jalan" }, "Status “Jalan” tidak dikenal"],
    [{ status: "" }, "Status “” tidak dikenal"],
    [{ status: "Berjalan", percent: "100" }, "tulis status Selesai"],
    [{ status: "Dibatalkan" }, "Isi catatan"],
    [{ id: "" }, "Kode RTL kosong"],
    [{ id: "0a0b0c0d-0000-4000-8000-000000000009" }, "tidak dikenal, atau RTL puskesmas lain"],
    [{ id: "7" }, "tidak dikenal"],
    [{ trace: "dihapus" }, "Keadaan saat diunduh"],
    [{ note: "x".repeat(1001) }, "1.000 huruf"],
  ])("%o is refused with its reason", (cells, reason) => {
    const { refused, ready } = plan(cells);
    expect(ready).toEqual([]);
    expect(refused).toMatchObject([{ row: 2, reason: expect.stringContaining(reason) }]);
  });

  test("that was reported on meanwhile is a conflict, not overwritten", () => {
    const meanwhile = { ...item, percent: 60, lastReportedAt: new Date("2026-11-09T00:00:00Z") };
    expect(plan({ percent: "50" }, meanwhile).conflicts).toMatchObject([
      { row: 2, reason: expect.stringContaining("sekarang Berjalan, 60 %") },
    ]);
  });

  test("that was saved before is left alone", () => {
    const saved = { ...item, percent: 65, lastNote: "Tiga dusun", lastReportedAt: new Date() };
    expect(plan({ percent: "65", note: "Tiga dusun" }, saved)).toMatchObject({ unchanged: 1, conflicts: [] });
  });

  test("that stands twice is refused the second time", () => {
    const rows = [2, 3].map((row) => ({ row, cells: { ...usual, percent: "65" }, errors: [] }));
    const { ready, refused } = planProgress({ rows, notes: [] }, new Map([[id, item]]));
    expect(ready).toHaveLength(1);
    expect(refused).toMatchObject([{ row: 3, reason: expect.stringContaining("baris 2") }]);
  });
});

test("a workbook comes back cell by cell: text that begins like a formula stays text, days are days", async () => {
  const notes = ["=1+1", "+62", "-5 derajat", "@pak camat", "'petik", "biasa", "\tdi depan"];
  const bytes = await writeTable({
    sheet: "RTL",
    columns: [...sheetColumns.map(({ header, width }) => ({ header, width })), { header: "Batas waktu", width: 12 }],
    rows: notes.map((note) => [id, traceOf(item), "Kegiatan", "Berjalan", 40, note, new Date("2026-12-31T00:00:00Z")]),
  });
  const read = await readFile(progressDefinition, bytes);
  expect(read.ok && read.draft.rows.map(({ cells }) => cells.note)).toEqual(notes.map((note) => note.trim()));
  expect(read.ok && read.draft.rows[0]?.cells).toMatchObject({ id, trace: traceOf(item), percent: "40" });
  const [, first] = await readSheet(bytes);
  expect(first?.[6]).toEqual(new Date("2026-12-31T00:00:00Z"));
});

test("a file without the columns that say which row it is is refused as a whole", async () => {
  const bytes = await writeTable({
    sheet: "RTL",
    columns: [
      { header: "Status", width: 10 },
      { header: "Kegiatan", width: 10 },
    ],
    rows: [["Berjalan", "x"]],
  });
  expect(await readFile(progressDefinition, bytes)).toMatchObject({
    ok: false,
    reason: expect.stringContaining("Kode RTL"),
  });
});

describe("the download comes back unchanged", () => {
  const notes = ["=1+1", "+62", "'petik", "dua\nbaris", "Ma’ruf – “x”", "0123", "TRUE", "7/8", "_x0041_", ""];
  const headers = ["Batas waktu", "Nomor", ...sheetColumns.map(({ header }) => header)];
  const rows = notes.map((note, index) => [
    new Date("2026-12-31T00:00:00Z"),
    index,
    id,
    traceOf(item),
    "Kegiatan",
    "Berjalan",
    40,
    note,
  ]);

  async function cellsOf(bytes: Buffer) {
    const read = await readFile(progressDefinition, bytes);
    if (!read.ok) throw new Error(read.reason);
    return read.draft.rows.map(({ cells }) => cells);
  }

  const exported = () => writeTable({ sheet: "RTL", columns: headers.map((header) => ({ header, width: 12 })), rows });
  const serial = 46387;
  const written = () =>
    rows.map(([, number, ...rest]) => [
      serial,
      number,
      ...rest.map((cell) => (typeof cell === "string" ? guarded(cell) : cell)),
    ]);
  // As our own export writes it into the cell.
  const guarded = (text: string) => (/^'+[=+\-@]/.test(text) ? `'${text}` : text);

  test.each<[string, () => Buffer]>([
    ["Excel: texts in a table of their own, days as serials", () => savedBy({ number: String, sharesTexts: true })],
    [
      "Google Sheets: 40.0 and 4.0E1",
      () => savedBy({ number: (value) => (value === 40 ? "4.0E1" : `${value}.0`), sharesTexts: true }),
    ],
    [
      "LibreOffice: formatted rows to the end of all there is",
      () => savedBy({ number: String, sharesTexts: true, more: '<row r="1048576"><c r="A1048576" s="1"/></row>' }),
    ],
    ["another: texts in their cells, without addresses", () => savedBy({ number: String, sharesTexts: false })],
  ])("by %s", async (_, save) => {
    expect(await cellsOf(save())).toEqual(await cellsOf(await exported()));
  });

  test.each([";", ",", "\t"])("as CSV with %j between, as Google Sheets and LibreOffice show it", async (separator) => {
    const lines = [headers, ...written().map(([, ...rest]) => ["31/12/2026", ...rest])].map((cells) =>
      cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(separator),
    );
    expect(await cellsOf(Buffer.from(lines.join("\n")))).toEqual(await cellsOf(await exported()));
  });

  function savedBy({
    number,
    sharesTexts,
    more = "",
  }: {
    number: (value: number) => string;
    sharesTexts: boolean;
    more?: string;
  }) {
    const strings: string[] = [];
    const escaped = (text: string) =>
      text
        .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;");
    const cell = (value: unknown, row: number, column: number) => {
      const address = sharesTexts ? ` r="${String.fromCharCode(65 + column)}${row}"` : "";
      if (typeof value === "number") return `<c${address}${column === 0 ? ' s="1"' : ""}><v>${number(value)}</v></c>`;
      const text = escaped(String(value));
      if (!sharesTexts) return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
      return `<c${address} t="s"><v>${strings.push(`<si><t xml:space="preserve">${text}</t></si>`) - 1}</v></c>`;
    };
    const sheet = [headers, ...written()].map(
      (cells, row) =>
        `<row${sharesTexts ? ` r="${row + 1}"` : ""}>${cells.map((value, column) => cell(value, row + 1, column)).join("")}</row>`,
    );
    const styles = '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    return archive(
      workbookEntries({ sheet: sheetXml(sheet.join("") + more), strings: `<sst>${strings.join("")}</sst>`, styles }),
    );
  }
});
