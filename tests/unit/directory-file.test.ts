import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { columns } from "@/lib/directory/import-columns";
import { importLimits, readDirectoryFile } from "@/lib/directory/import-file";
import { guardFormula, readCsv, unguardFormula } from "@/lib/imports/csv";
import { findHeader } from "@/lib/imports/header";
import { csvFile, fileRow, sheetFile, xlsxFile } from "@/tests/factories/directory-files";

async function rowsOf(bytes: Buffer) {
  const read = await readDirectoryFile(bytes);
  if (!read.ok) throw new Error(read.reason);
  return read.file.rows;
}

async function reasonOf(bytes: Buffer): Promise<string> {
  const read = await readDirectoryFile(bytes);
  if (read.ok) throw new Error("It was read");
  return read.reason;
}

const line = "Jabatan;Instansi;Nama pejabat\r\nCamat;Kecamatan Sragi;Siti Nurhaliza Ö\r\n";
const expected = [{ row: 2, cells: { title: "Camat", institution: "Kecamatan Sragi", name: "Siti Nurhaliza Ö" } }];

describe("a text file is read, whatever wrote it", () => {
  const commas = line.replaceAll(";", ",");
  test.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(line)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${line}`)],
    ["Windows-1252 of an old Excel", Buffer.from(line, "latin1")],
    ["UTF-16 of Excel's Unicode text", Buffer.from(`\ufeff${line.replaceAll(";", "\t")}`, "utf16le")],
    ["commas", Buffer.from(commas)],
    ["a first line that names the separator", Buffer.from(`sep=,\r\n${commas}`)],
    ["lines that end as on Unix", Buffer.from(line.replaceAll("\r\n", "\n"))],
    ["lines that end as on old Macs", Buffer.from(line.replaceAll("\r\n", "\r"))],
    ["quotation marks everywhere", Buffer.from(line.replace(/[^;\r\n]+/g, '"$&"'))],
  ])("%s", async (_name, bytes) => {
    expect(await rowsOf(bytes)).toEqual(expected);
  });

  test("a cell may hold separators, quotation marks and lines; rows keep their numbers", async () => {
    const text = `${line}\r\n;;\r\n"Kepala ""Desa""; lama";"Desa\nA";'=1+1\r\n`;
    expect(await rowsOf(Buffer.from(text))).toEqual([
      ...expected,
      { row: 5, cells: { title: 'Kepala "Desa"; lama', institution: "Desa\nA", name: "=1+1" } },
    ]);
  });

  test("a mark that never closes is told by its line", async () => {
    expect(await reasonOf(Buffer.from(`${line}"Kapolsek;Polsek;Ani\n`))).toMatch(/tanda petik yang tidak ditutup/);
  });
});

describe("a workbook is read", () => {
  test("with numbers as they are written, and rows as Excel counts them", async () => {
    const bytes = await sheetFile([
      ["Daftar mitra 2026", null],
      [null],
      ["No", "Nama jabatan", "INSTANSI*", "no.hp", "Kode Desa", "Nama", "Keterangan"],
      [1, "Kepala Desa", "Desa A", 84000000001, 1801152001, "Ba'u", "x"],
      [null],
      [2, " Camat ", "Kec.", null, null, "=1+1", null],
    ]);
    const read = await readDirectoryFile(bytes);
    expect(read).toMatchObject({ ok: true, file: { unusedColumns: ["No", "Keterangan"], examples: 0 } });
    expect(await rowsOf(bytes)).toEqual([
      {
        row: 4,
        cells: {
          title: "Kepala Desa",
          institution: "Desa A",
          phone: "84000000001",
          villageCode: "1801152001",
          name: "Ba'u",
        },
      },
      { row: 6, cells: { title: "Camat", institution: "Kec.", phone: "", villageCode: "", name: "=1+1" } },
    ]);
  });

  test("named .csv or anything: content decides", async () => {
    expect(await rowsOf(await xlsxFile([fileRow()]))).toHaveLength(1);
  });
});

describe("what is no directory is refused in a sentence", () => {
  test.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ["an old .xls", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /\.xls.*XLSX atau CSV/],
    ["a program", () => Buffer.from("MZ\x90\x00\x03\x00", "latin1"), /bukan XLSX atau CSV/],
    [
      "a zip of something else",
      async () => zip([{ name: "a.txt", content: Buffer.from("x") }]),
      /bukan XLSX yang utuh/,
    ],
    ["half a workbook", async () => (await xlsxFile([fileRow()])).subarray(0, 900), /bukan XLSX yang utuh/],
    ["nothing", () => Buffer.alloc(0), /tidak berisi apa-apa/],
    ["blank lines", () => Buffer.from("\n\n;;\n"), /tidak berisi apa-apa/],
    ["only its header", () => csvFile([]), /Tidak ada baris mitra/],
    [
      "a header without the name",
      () => Buffer.from("Jabatan;Instansi\nCamat;Kec."),
      /Kolom “Nama pejabat” tidak ditemukan.*baris 1/,
    ],
    [
      "no header at all",
      () => Buffer.from("Camat;Kec.;Ani\nDanramil;Koramil;Budi"),
      /“Jabatan” dan “Instansi” dan “Nama pejabat”/,
    ],
    [
      "one column twice",
      () => Buffer.from("Jabatan;Instansi;Nama;HP;No. HP\na;b;c;d;e"),
      /“No. HP” ada dua kali di baris 1/,
    ],
    [
      "5,001 rows",
      () => csvFile(Array.from({ length: importLimits.rows + 1 }, () => fileRow())),
      /5\.001 baris; paling banyak 5\.000/,
    ],
    ["more than 2 MB", () => Buffer.alloc(importLimits.bytes + 1, "a"), /lebih dari 2 MB/],
  ])("%s", async (_name, make, reason) => {
    expect(await reasonOf(await make())).toMatch(reason);
  });

  test("5,000 rows are read", async () => {
    const rows = Array.from({ length: importLimits.rows }, () => fileRow());
    expect(await rowsOf(await xlsxFile(rows))).toHaveLength(importLimits.rows);
  });
});

describe("a few KB that unfold to a flood are not unpacked", () => {
  const sheet = (cells: string) => Buffer.from(`<worksheet><sheetData>${cells}</sheetData></worksheet>`);
  const flood = Buffer.alloc(300 * 1024 * 1024, " ");
  test.each<[string, () => Buffer]>([
    ["300 MB of blanks", () => zip([{ name: "xl/worksheets/sheet1.xml", content: flood }])],
    ["the same under a small claim", () => zip([{ name: "xl/worksheets/sheet1.xml", content: flood, claim: 100 }])],
    ["a claim of 4 GB", () => zip([{ name: "xl/workbook.xml", content: Buffer.from("x"), claim: 0xfffffff0 }])],
    [
      "a cell in the last column",
      () => zip([{ name: "xl/worksheets/sheet1.xml", content: sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>') }]),
    ],
    [
      "a cell in the last row",
      () =>
        zip([
          {
            name: "xl/worksheets/sheet1.xml",
            content: sheet('<row r="1048576"><c t="n" r="A1048576"><v>1</v></c></row>'),
          },
        ]),
    ],
  ])("%s", async (_name, make) => {
    const before = process.memoryUsage().arrayBuffers;
    const bytes = make();
    expect(bytes.length).toBeLessThan(importLimits.bytes);
    expect(await reasonOf(bytes)).toMatch(/terlalu besar|tidak utuh|bukan XLSX yang utuh/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150 * 1024 * 1024);
  });

  test("an entry that the table of contents does not name", async () => {
    const good = await xlsxFile([fileRow()]);
    const hidden = zip([{ name: "xl/worksheets/sheet9.xml", content: flood.subarray(0, 40_000_000) }]);
    const entry = hidden.subarray(0, hidden.lastIndexOf(Buffer.from("PK\x01\x02", "latin1")));
    expect(await reasonOf(shifted(good, entry))).toMatch(/bukan XLSX yang utuh/);
  });
});

type Entry = { name: string; content: Buffer; claim?: number };

/** A zip made by hand, so that it can lie about what is in it. */
function zip(entries: Entry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claim = content.length } of entries) {
    const packed = deflateRawSync(content, { level: 9 });
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claim, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claim, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(entries.length, 10);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...centrals, tail]);
}

/** The same archive behind an entry of which its own table says nothing. */
function shifted(archive: Buffer, entry: Buffer): Buffer {
  const copy = Buffer.from(archive);
  const tail = copy.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = copy.readUInt32LE(tail + 16);
  for (let count = copy.readUInt16LE(tail + 10); count > 0; count--) {
    copy.writeUInt32LE(copy.readUInt32LE(at + 42) + entry.length, at + 42);
    at += 46 + copy.readUInt16LE(at + 28) + copy.readUInt16LE(at + 30) + copy.readUInt16LE(at + 32);
  }
  copy.writeUInt32LE(copy.readUInt32LE(tail + 16) + entry.length, tail + 16);
  return Buffer.concat([entry, copy]);
}

test.each(["=1+1", "+62", "-x", "@a", "'=x", "''=x", "'abc", "'", "", "a=b", "\t=1"])(
  "%j comes back through the guard",
  (value) => {
    expect(unguardFormula(guardFormula(value))).toBe(value);
    expect(guardFormula(value)).not.toMatch(/^[=+\-@\t\r]/);
  },
);

test("columns are found in any order, among others", () => {
  const found = findHeader([["Daftar"], ["HP", "x", "nama  PEJABAT", "Instansi", "JABATAN *"]], columns);
  expect(found).toMatchObject({ ok: true, header: { line: 1, unused: ["x"] } });
});

test("an empty text has no rows", () => {
  expect(readCsv(Buffer.alloc(0))).toEqual([]);
});
