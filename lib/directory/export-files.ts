import type { Blob } from "node:buffer";
import type { Stream } from "node:stream";
import writeWorkbook, { type Cell, type Feature } from "write-excel-file/node";
import { getCellAddress } from "write-excel-file/utility";
import type { ExportRow, Template } from "@/lib/directory/export";
import { columns, headerOf } from "@/lib/directory/import-columns";
import { guardFormula } from "@/lib/directory/import-csv";
import { sectorNames, sectors } from "@/lib/directory/rules";

const sheetName = "Mitra";

/** A CSV that Indonesian Excel opens by a double click: semicolons, a UTF-8 mark, and no cell that runs. */
export function directoryCsv(rows: readonly ExportRow[]): Buffer {
  const lines = [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ key }) => row[key]))];
  const text = lines.map((cells) => cells.map((cell) => quoted(guardFormula(cell))).join(";")).join("\r\n");
  return Buffer.from(`\ufeff${text}\r\n`, "utf8");
}

function quoted(cell: string): string {
  return /[;",\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** A workbook with a frozen header, a filter on each column, and cells that stay text whatever they begin with. */
export function directoryWorkbook(rows: readonly ExportRow[]): Promise<Buffer> {
  return writeWorkbook([directorySheet(rows)], { features: [filtered(rows.length + 1)] }).toBuffer();
}

/** The workbook to fill in: the columns, an example, and a second sheet that explains them. */
export function templateWorkbook({ example, help, villages }: Template): Promise<Buffer> {
  const bold = (value: string): Cell => ({ value, fontWeight: "bold" });
  const data: Cell[][] = [
    [bold("Kolom"), bold("Isinya")],
    ...help.map(([key, words]): Cell[] => [headerOf(key), { value: words, wrap: true }]),
    [],
    [bold("Sektor")],
    ...sectors.map((sector): Cell[] => [sectorNames[sector]]),
    [],
    [bold("Kode desa"), bold("Desa di wilayah kerja Anda")],
    ...villages.map(({ code, place }): Cell[] => [code, place]),
  ];
  const helpSheet = { sheet: "Petunjuk", data, columns: [{ width: 30 }, { width: 90 }] };
  return writeWorkbook([directorySheet([example]), helpSheet], { features: [filtered(2)] }).toBuffer();
}

function directorySheet(rows: readonly ExportRow[]) {
  const header = columns.map(({ header: value }): Cell => ({ value, fontWeight: "bold", backgroundColor: "#e0dedb" }));
  const cells = (row: ExportRow) =>
    columns.map(({ key }): Cell => {
      const value = row[key];
      if (!value) return null;
      if (key === "protocolOrder") return Number(value);
      // An apostrophe of the value's own is doubled as in a CSV, for the reader takes one away.
      return { value: value.startsWith("'") ? guardFormula(value) : value, type: String, format: "@" };
    });
  return {
    sheet: sheetName,
    data: [header, ...rows.map(cells)],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
}

/** The first sheet's filter, and its header on every printed page: the writer knows neither. */
function filtered(rowCount: number): Feature<Stream | Buffer | Blob> {
  const range = `A1:${getCellAddress(rowCount - 1, columns.length - 1)}`;
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _sheet, { sheetIndex }) =>
            sheetIndex === 0 ? xml.replace("</sheetData>", `</sheetData><autoFilter ref="${range}"/>`) : xml,
        },
        "xl/workbook.xml": {
          transform: (xml) =>
            xml.replace(
              "<definedNames/>",
              `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${sheetName}!$1:$1</definedName></definedNames>`,
            ),
        },
      },
    },
  };
}
