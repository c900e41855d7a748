import { describe, expect, test } from "vitest";
import { directoryDefinition } from "@/lib/directory/import";
import { columns } from "@/lib/directory/import-columns";
import { guardFormula, readCsv, unguardFormula } from "@/lib/imports/csv";
import { readFile } from "@/lib/imports/definition";
import { findHeader } from "@/lib/imports/header";
import { readTable } from "@/lib/imports/table";
import { archive } from "@/tests/factories/archives";
import { csvFile, fileRow, sheetFile, xlsxFile } from "@/tests/factories/directory-files";

async function rowsOf(bytes: Buffer) {
  const read = await readTable(bytes, directoryDefinition.file);
  if (!read.ok) throw new Error(read.reason);
  return read.table.rows.map(({ row, cells }) => ({ row, cells }));
}

async function reasonOf(bytes: Buffer): Promise<string> {
  const read = await readFile(directoryDefinition, bytes);
  if (read.ok) throw new Error("It was read");
  return read.reason;
}

const mostRows = 5000;

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

const line = "Jabatan;Instansi;Nama pejabat\r\nCamat;Kecamatan Sragi;Siti Nurhaliza Ö\r\n";
const expected = [{ row: 2, cells: { title: "Camat", institution: "Kecamatan Sragi", name: "Siti Nurhaliza Ö" } }];

describe("a text file is read, whatever wrote it", () => {
  const commas = line.replaceAll(";", ",");
  test.each<[string, Buffer]>([
    ["UTF-8", Buffer.from(line)],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${line}`)],
    ["Windows-1252 of an old Excel", Buffer.from(line, "latin1")],
    ["UTF-16 with the other byte first", swapped(Buffer.from(`\ufeff${line}`, "utf16le"))],
    ["UTF-16 without a mark", Buffer.from(line, "utf16le")],
    ["UTF-16 without a mark, the other byte first", swapped(Buffer.from(line, "utf16le"))],
    ["a first line with nothing in it", Buffer.from(`\r\n${commas}`)],
    ["a first line of other separators", Buffer.from(`;;\r\n${commas}`)],
    ["a title with commas above", Buffer.from(`"Mitra, Sragi, 2026"\r\nSragi, Lampung, 2026\r\n${line}`)],
    ["UTF-16 of Excel's Unicode text", Buffer.from(`\ufeff${line.replaceAll(";", "\t")}`, "utf16le")],
    ["commas", Buffer.from(commas)],
    ["a first line that names the separator", Buffer.from(`sep=,\r\n${commas}`)],
    ["lines that end as on Unix", Buffer.from(line.replaceAll("\r\n", "\n"))],
    ["lines that end as on old Macs", Buffer.from(line.replaceAll("\r\n", "\r"))],
    ["quotation marks everywhere", Buffer.from(line.replace(/[^;\r\n]+/g, '"$&"'))],
  ])("%s", async (_name, bytes) => {
    expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual(expected.map(({ cells }) => cells));
  });

  test("bytes 0x80 to 0x9F of Windows-1252 are signs, whatever decoder Node has", () => {
    const bytes = Buffer.from([0x22, 0x80, 0x92, 0x96, 0x93, 0x94, 0x8a, 0x9e, 0x22, 0x3b, 0x61, 0xe9]);
    expect(readCsv(bytes)).toEqual([["€’–“”Šž", "aé"]]);
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
    const read = await readFile(directoryDefinition, bytes);
    expect(read).toMatchObject({ ok: true, draft: { unusedColumns: ["No", "Keterangan"], examples: 0 } });
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
    ["a zip of something else", () => archive([{ name: "a.txt", content: "x" }]), /bukan XLSX yang utuh/],
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
      /“Jabatan”, “Instansi”, dan “Nama pejabat”/,
    ],
    [
      "one column twice",
      () => Buffer.from("Jabatan;Instansi;Nama;HP;No. HP\na;b;c;d;e"),
      /“No. HP” ada dua kali di baris 1/,
    ],
    [
      "5,001 rows",
      () => csvFile(Array.from({ length: mostRows + 1 }, () => fileRow())),
      /5\.001 baris; paling banyak 5\.000/,
    ],
    ["more than 2 MB", () => Buffer.alloc(directoryDefinition.file.bytes + 1, "a"), /lebih dari 2 MB/],
  ])("%s", async (_name, make, reason) => {
    expect(await reasonOf(await make())).toMatch(reason);
  });

  test("5,000 rows are read", async () => {
    const rows = Array.from({ length: mostRows }, () => fileRow());
    expect(await rowsOf(await xlsxFile(rows))).toHaveLength(mostRows);
  });
});

test.each(["=1+1", "+62", "-x", "@a", "'=x", "''=x", "'abc", "'", "", "a=b", "\t=1"])(
  "%j comes back through the guard",
  (value) => {
    expect(unguardFormula(guardFormula(value))).toBe(value);
    expect(guardFormula(value)).not.toMatch(/^[=+\-@\t\r]/);
  },
);

test("columns are found in any order, among others", () => {
  const found = findHeader([["Daftar"], ["HP", "x", "nama  PEJABAT", "Instansi", "JABATAN *"]], columns);
  expect(found).toMatchObject({ ok: true, header: { line: 1, end: 2, unused: [{ place: 1, heading: "x" }] } });
});

test("an empty text has no rows", () => {
  expect(readCsv(Buffer.alloc(0))).toEqual([]);
});
