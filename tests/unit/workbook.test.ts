// Workbooks as programs write them, and archives of a few KB that cost a reader seconds or all of its memory.
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { type NumberStyle, styleOfFormat } from "@/lib/imports/number-formats";
import type { WorkbookLimits } from "@/lib/imports/sheet-cells";
import { streamRows } from "@/lib/imports/table-workbook";
import { openWorkbook } from "@/lib/imports/workbook";
import { archive, sheetXml, workbookEntries, workbookXml } from "@/tests/factories/archives";
import { sheetFile } from "@/tests/factories/directory-files";

/** The first sheet people see. */
async function readSheetOf(bytes: Buffer, most: WorkbookLimits) {
  const { sheets } = await openWorkbook(bytes, most);
  const [first] = sheets;
  if (!first) throw new Error("no sheet");
  return first.read();
}

const readWorkbook = async (bytes: Buffer, most: WorkbookLimits) => (await readSheetOf(bytes, most)).rows;

const megabyte = 1024 * 1024;
const limits = { unpacked: 64 * megabyte, row: 70_000, column: 200 };

const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;Rp&quot;#,##0"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0"/><xf numFmtId="164" xfId="0"/><xf numFmtId="165" xfId="0"/></cellXfs></styleSheet>`;
const strings = `<?xml version="1.0"?><sst uniqueCount="4"><si><t>Jabatan</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Kepala </t></r><r><t>Desa &amp; &#8220;staf&#x201d;</t></r><rPh sb="0" eb="1"><t>lafal</t></rPh></si><si><t>baris_x000a_dua</t></si><si><t/></si></sst>`;
const excelRows = `<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>46197</v></c></row><row r="3" ht="15"><c r="A3" t="s"><v>1</v></c><c r="B3" s="3"><v>84000000001</v></c><c r="C3" s="2"><v>46197.75</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F3" t="str"><f>A1&amp;"x&gt;"</f><v>Jabatanx&gt;</v></c><c r="G3" t="s"><v>2</v></c><c r="H3" t="s"><v>3</v></c></row>`;
const excelCells = [
  ["Jabatan", "", "2026-06-24"],
  [],
  ["Kepala Desa & “staf”", "84000000001", "2026-06-24", "true", "#DIV/0!", "Jabatanx>", "baris\ndua"],
];

describe("a workbook is read whatever wrote it", () => {
  const entries = workbookEntries({ sheet: sheetXml(excelRows), strings, styles });
  const prefixed = sheetXml(excelRows).replace(/<(\/?)(?=\w)/g, "<$1x:");
  const quoted = sheetXml(excelRows).replaceAll('"', "'").replace("x&gt;'", 'x&gt;"');
  test.each<[string, Buffer]>([
    ["Excel", archive(entries)],
    ["sizes behind the content, as Google Sheets", archive(entries.map((entry) => ({ ...entry, isStreamed: true })))],
    ["names with a prefix, as .NET", archive(workbookEntries({ sheet: prefixed, strings, styles }))],
    ["single quotation marks", archive(workbookEntries({ sheet: quoted, strings, styles }))],
    [
      "an absolute path",
      archive(workbookEntries({ sheet: sheetXml(excelRows), strings, styles, target: "/xl/lembar.xml" })),
    ],
    [
      "remarks, and a file mark",
      archive(workbookEntries({ sheet: `\ufeff${sheetXml(`<!-- <c r="A9"> -->${excelRows}`)}`, strings, styles })),
    ],
  ])("%s", async (_name, bytes) => {
    expect(await readWorkbook(bytes, limits)).toEqual(excelCells);
  });

  test("as another reader reads it", async () => {
    const others = await readSheet(archive(entries), { parseNumber: (digits: string) => digits });
    const asText = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ""));
    const withoutEnd = (cells: string[]) => cells.slice(0, cells.findLastIndex(Boolean) + 1);
    // That reader takes an error for nothing.
    const expected = excelCells.map((row) => row.map((text) => (text === "#DIV/0!" ? "" : text)));
    expect(others.map((row) => withoutEnd(row.map(asText)))).toEqual(expected);
  });

  test("the last row of all, formatted and empty, as LibreOffice", async () => {
    const far = '<row r="1048576" hidden="true"><c r="A1048576" s="1"/><c r="XFD1048576" t="s"><v>3</v></c></row>';
    const bytes = archive(workbookEntries({ sheet: sheetXml(excelRows + far), strings, styles }));
    expect(await readWorkbook(bytes, limits)).toEqual(excelCells);
  });

  test("texts in the cells themselves", async () => {
    const rows = `<row><c r="A1" t="inlineStr"><is><t>Camat</t></is></c><c r="B1" t="inlineStr"><is><r><t>De</t></r><r><t><![CDATA[sa <A>]]></t></r></is></c><c r="C1" t="d"><v>2026-06-24T10:00:00Z</v></c></row>`;
    const bytes = archive(workbookEntries({ sheet: sheetXml(rows) }));
    expect(await readWorkbook(bytes, limits)).toEqual([["Camat", "Desa <A>", "2026-06-24"]]);
  });

  test("days counted from 1904, as old Macs", async () => {
    const workbook = workbookXml.replace("<sheets>", '<workbookPr date1904="1"/><sheets>');
    const sheet = sheetXml('<row r="1"><c r="A1" s="1"><v>44735</v></c></row>');
    expect(await readWorkbook(archive(workbookEntries({ sheet, styles, workbook })), limits)).toEqual([["2026-06-24"]]);
  });

  test("percents as Excel and others store them: 1 that is shown as 100%", async () => {
    const shown = (style: number, value: number) => `<c s="${style}"><v>${value}</v></c>`;
    const percents =
      '<styleSheet><cellXfs count="3"><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="0"/></cellXfs></styleSheet>';
    const rows = `<row>${shown(0, 1)}${shown(0, 0.57)}${shown(1, 0.6251)}${shown(2, 1)}</row>`;
    const bytes = archive(workbookEntries({ sheet: sheetXml(rows), styles: percents }));
    expect(await readWorkbook(bytes, limits)).toEqual([["100%", "57%", "62.51%", "1"]]);
  });

  test("the first sheet alone is looked at", async () => {
    const other = { name: "xl/worksheets/sheet2.xml", content: Buffer.alloc(80 * megabyte, " ") };
    const picture = { name: "xl/media/image1.png", content: "x", claim: 0xfffffff0 };
    expect(await readWorkbook(archive([other, ...entries, picture]), limits)).toEqual(excelCells);
  });
});

test.each<[string, NumberStyle]>([
  ["dd/mm/yyyy", "day"],
  ["[$-421]d mmmm yyyy;@", "day"],
  ["[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "day"],
  ["yyyymmdd", "day"],
  ["h:mm AM/PM", "day"],
  ['d "bulan" m', "day"],
  ["General", "plain"],
  ["Standard", "plain"],
  ["@", "plain"],
  ["0.00%", "percent"],
  ['0" %"', "plain"],
  ['#,##0 "desa"', "plain"],
  ["[Red]-#,##0", "plain"],
  ["[$Rp-421]#,##0", "plain"],
  ["_-* #,##0_-;\\d", "plain"],
])("%j shows a %s", (code, style) => {
  expect(styleOfFormat(code)).toBe(style);
});

const cell = (address: string) => `<c ${address}><v>1</v></c>`;
const threeThousand = Array.from({ length: 3000 }, (_, row) => `<row r="${row + 2}">${cell(`r="A${row + 2}"`)}</row>`);
const filled = (unit: string) => unit.repeat((60 * megabyte) / unit.length);
const book = (rows: string, more: { strings?: string; target?: string } = {}) =>
  archive(workbookEntries({ sheet: sheetXml(rows), ...more }));

describe("a few KB that would cost seconds or memory are refused at once", () => {
  const wide = (address: string, target?: string) => book(`${cell(address)}${threeThousand.join("")}`, { target });
  const manyCells = (count: number, of: (row: number) => string) =>
    Array.from({ length: count }, (_, row) => of(row + 1)).join("");
  test.each<[string, () => Buffer]>([
    ["a cell in row 12,000,000", () => book(`<row r="12000000">${cell("r='A12000000'")}</row>`)],
    ["column XFD in single quotation marks", () => wide("r='XFD1'")],
    ["column XFD behind a sign that ends no tag", () => wide('x=">" r="XFD1"')],
    ["column XFD in letters of numbers", () => wide('r="&#88;FD1"')],
    ["column XFD in a sheet elsewhere", () => wide('r="XFD1"', "other/sheet1.xml")],
    ["a million cells without a place", () => book(`<row>${"<c><v>1</v></c>".repeat(300)}</row>`.repeat(4000))],
    [
      "a merge of all there is, and again",
      () =>
        book(
          `<row r="1">${cell('r="A1"')}</row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(120_000)}</mergeCells><sheetData>`,
        ),
    ],
    [
      "an entry of which the table says it is huge",
      () => archive(workbookEntries({ sheet: sheetXml(cell('r="A1"')) }).map((e) => ({ ...e, claim: 0xfffffff0 }))),
    ],
    [
      "stored to the table of contents, deflated to the header",
      () =>
        archive(
          workbookEntries({ sheet: sheetXml(cell('r="XFD1"')) }).map((entry) => ({
            ...entry,
            method: 0,
            isStreamed: true,
          })),
        ),
    ],
    ["100 MB of blanks", () => archive(workbookEntries({ sheet: Buffer.alloc(100 * megabyte, " ") }))],
    [
      "100 MB that claim to be 100 bytes",
      () => archive(workbookEntries({ sheet: Buffer.alloc(100 * megabyte, " ") }).map((e) => ({ ...e, claim: 100 }))),
    ],
    ["70,000 cells in the last column there may be", () => book(manyCells(70_000, (row) => cell(`r="GR${row}"`)))],
    [
      "one long text in 60,000 cells",
      () =>
        book(
          manyCells(60_000, (row) => `<c r="A${row}" t="s"><v>0</v></c>`),
          { strings: `<sst><si>${`<t>${"x ".repeat(150_000)}</t>`.repeat(10)}</si></sst>` },
        ),
    ],
    ["a text of 60 MB", () => book(`<c r="A1" t="str"><v>${filled("x ")}</v></c>`)],
    ["entities", () => book(`<c r="A1" t="str"><v>${filled("&#120;")}</v></c>`)],
    ["entities in short texts", () => book(filled(`<c><v>${"&#120;".repeat(50_000)}</v></c>`))],
    ["tags in tags", () => book(filled("<a>"))],
    ["empty cells", () => book(filled('<c r="A1"/>'))],
    ["attributes", () => book(`<c ${filled('a="" ')} r="A1"/>`)],
    ["a remark", () => book(`<!--${filled("<")}-->`)],
    ["entities of its own", () => book('<!DOCTYPE a [<!ENTITY b "c">]>')],
  ])("%s", async (_name, make) => {
    const bytes = make();
    expect(bytes.length).toBeLessThan(megabyte);
    const { used, memory, result } = await spent(() => readWorkbook(bytes, limits));
    expect(result).toMatchObject({ name: "UnreadableWorkbook" });
    expect(used).toBeLessThan(2500);
    expect(memory).toBeLessThan(300 * megabyte);
  });

  test("a row that says it is the three millionth weighs what is in it", async () => {
    const bytes = book(`<row r="3000000">${cell('r="A1"')}</row>`);
    const { used, memory, result } = await spent(() => readWorkbook(bytes, limits));
    expect(result).toEqual([["1"]]);
    expect(used).toBeLessThan(500);
    expect(memory).toBeLessThan(50 * megabyte);
  });
});

test("what the table of contents does not name is not there", async () => {
  const good = await sheetFile([["Camat", 1]]);
  const hidden = archive([{ name: "xl/worksheets/sheet9.xml", content: Buffer.alloc(40 * megabyte, " ") }]);
  const entry = hidden.subarray(0, hidden.lastIndexOf(Buffer.from("PK\x01\x02", "latin1")));
  const { used, result } = await spent(() => readWorkbook(shifted(good, entry), limits));
  expect(result).toEqual([["Camat", "1"]]);
  expect(used).toBeLessThan(500);
});

test.each([0.2, 0.5, 0.9, 0.99])("an archive cut at %s of it is no workbook", async (part) => {
  const bytes = archive(workbookEntries({ sheet: sheetXml(excelRows), strings, styles }));
  await expect(readWorkbook(bytes.subarray(0, bytes.length * part), limits)).rejects.toThrow("broken");
});

/** What came of it, the milliseconds of processor and the bytes of memory it took. */
async function spent(work: () => Promise<unknown>) {
  const before = process.memoryUsage().rss;
  const from = process.cpuUsage();
  const result = await work().catch((error: unknown) => error);
  const { user, system } = process.cpuUsage(from);
  return { result, used: (user + system) / 1000, memory: process.memoryUsage().rss - before };
}

/** The same archive behind an entry of which its own table says nothing. */
function shifted(good: Buffer, entry: Buffer): Buffer {
  const copy = Buffer.from(good);
  const tail = copy.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = copy.readUInt32LE(tail + 16);
  for (let count = copy.readUInt16LE(tail + 10); count > 0; count--) {
    copy.writeUInt32LE(copy.readUInt32LE(at + 42) + entry.length, at + 42);
    at += 46 + copy.readUInt16LE(at + 28) + copy.readUInt16LE(at + 30) + copy.readUInt16LE(at + 32);
  }
  copy.writeUInt32LE(copy.readUInt32LE(tail + 16) + entry.length, tail + 16);
  return Buffer.concat([entry, copy]);
}

test("rows are asked for while the workbook is sent: of 50,000 few are there at once", async () => {
  let made = 0;
  async function* rows() {
    for (; made < 50_000; made++) yield [`Puskesmas ${made}`, made];
  }
  const columns = ["Nama", "Angka"].map((header) => ({ header, width: 12 }));
  for await (const chunk of streamRows({ sheet: "Besar", columns, rows: rows() })) if (chunk.length > 1000) break;
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(25_000);
});
