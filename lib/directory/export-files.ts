import type { Cell } from "write-excel-file/node";
import type { ExportRow, Template } from "@/lib/directory/export";
import { columns } from "@/lib/directory/import-columns";
import { sectorNames, sectors } from "@/lib/directory/rules";
import { writeCsv } from "@/lib/imports/csv";
import { type Table, writeTable } from "@/lib/imports/table-workbook";

export function directoryCsv(rows: readonly ExportRow[]): Buffer {
  return writeCsv([columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ key }) => row[key]))]);
}

export function directoryWorkbook(rows: readonly ExportRow[]): Promise<Buffer> {
  return writeTable(directoryTable(rows));
}

/** The workbook to fill in: the columns, an example, and a second sheet that explains them. */
export function templateWorkbook({ example, help, villages }: Template): Promise<Buffer> {
  const bold = (value: string): Cell => ({ value, fontWeight: "bold" });
  const data: Cell[][] = [
    [bold("Kolom"), bold("Isinya")],
    ...help.map(({ header, help }): Cell[] => [header, { value: help, wrap: true }]),
    [],
    [bold("Sektor")],
    ...sectors.map((sector): Cell[] => [sectorNames[sector]]),
    [],
    [bold("Kode desa"), bold("Desa di wilayah kerja Anda")],
    ...villages.map(({ code, place }): Cell[] => [code, place]),
  ];
  return writeTable(directoryTable([example]), [{ sheet: "Petunjuk", data, columns: [{ width: 30 }, { width: 90 }] }]);
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
