import type { Readable } from "node:stream";
import { inLocalWords, sayIn } from "@/lib/area-words/local";
import { type AreaWords, generalWords } from "@/lib/area-words/words";
import type { ExportRow, Template } from "@/lib/directory/export";
import { columns } from "@/lib/directory/import-columns";
import { sectorNames, sectors } from "@/lib/directory/rules";
import { streamCsv, writeCsv } from "@/lib/imports/csv";
import type { SheetCell } from "@/lib/imports/sheet-xml";
import { streamTable, type Table, writeTable } from "@/lib/imports/table-workbook";

export function directoryCsv(rows: readonly ExportRow[], words: AreaWords = generalWords): Readable {
  return streamCsv(csvLines(rows, words));
}

export function directoryWorkbook(rows: readonly ExportRow[], words: AreaWords = generalWords): Readable {
  return streamTable(directoryTable(rows, words));
}

export function templateCsv({ example, words }: Template): Buffer {
  return writeCsv(csvLines([example], words));
}

function csvLines(rows: readonly ExportRow[], words: AreaWords): string[][] {
  return [
    columns.map(({ header }) => inLocalWords(words, header)),
    ...rows.map((row) => columns.map(({ key }) => row[key])),
  ];
}

export function templateWorkbook({ example, help, villages, words }: Template): Promise<Buffer> {
  const say = sayIn(words);
  const bold = (text: string): SheetCell => ({ text, look: "bold" });
  const wrapped = (text: string): SheetCell => ({ text, look: "wrapped" });
  const data: SheetCell[][] = [
    [bold("Kolom"), bold("Isinya")],
    ...help.map(({ header, help }): SheetCell[] => [say(header), wrapped(say(help))]),
    [],
    [bold("Sektor")],
    ...sectors.map((sector): SheetCell[] => [sectorNames[sector]]),
    [],
    [bold(say("Kode desa")), bold(say("Desa di wilayah kerja Anda"))],
    ...villages.map(({ code, place }): SheetCell[] => [code, place]),
  ];
  return writeTable(directoryTable([example], words), [
    { sheet: "Petunjuk", rows: data, columns: [{ width: 30 }, { width: 90 }] },
  ]);
}

function directoryTable(rows: readonly ExportRow[], words: AreaWords): Table {
  return {
    sheet: "Mitra",
    columns: columns.map((column) => ({ ...column, header: inLocalWords(words, column.header) })),
    rows: rows.map((row) =>
      columns.map(({ key }) => (key === "protocolOrder" && row[key] ? Number(row[key]) : row[key])),
    ),
  };
}
