import type { Readable } from "node:stream";
import type { ExportRow, Template } from "@/lib/directory/export";
import { columns } from "@/lib/directory/import-columns";
import { sectorNames, sectors } from "@/lib/directory/rules";
import { streamCsv, writeCsv } from "@/lib/imports/csv";
import type { SheetCell } from "@/lib/imports/sheet-xml";
import { streamTable, type Table, writeTable } from "@/lib/imports/table-workbook";

export function directoryCsv(rows: readonly ExportRow[]): Readable {
  return streamCsv(csvLines(rows));
}

export function directoryWorkbook(rows: readonly ExportRow[]): Readable {
  return streamTable(directoryTable(rows));
}

export function templateCsv({ example }: Template): Buffer {
  return writeCsv(csvLines([example]));
}

function csvLines(rows: readonly ExportRow[]): string[][] {
  return [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ key }) => row[key]))];
}

export function templateWorkbook({ example, help, villages }: Template): Promise<Buffer> {
  const bold = (text: string): SheetCell => ({ text, look: "bold" });
  const wrapped = (text: string): SheetCell => ({ text, look: "wrapped" });
  const data: SheetCell[][] = [
    [bold("Kolom"), bold("Isinya")],
    ...help.map(({ header, help }): SheetCell[] => [header, wrapped(help)]),
    [],
    [bold("Sektor")],
    ...sectors.map((sector): SheetCell[] => [sectorNames[sector]]),
    [],
    [bold("Kode desa"), bold("Desa di wilayah kerja Anda")],
    ...villages.map(({ code, place }): SheetCell[] => [code, place]),
  ];
  return writeTable(directoryTable([example]), [
    { sheet: "Petunjuk", rows: data, columns: [{ width: 30 }, { width: 90 }] },
  ]);
}

function directoryTable(rows: readonly ExportRow[]): Table {
  return {
    sheet: "Mitra",
    columns,
    rows: rows.map((row) =>
      columns.map(({ key }) => (key === "protocolOrder" && row[key] ? Number(row[key]) : row[key])),
    ),
  };
}
