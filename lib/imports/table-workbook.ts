import type { Blob } from "node:buffer";
import type { Stream } from "node:stream";
import writeWorkbook, { type Cell, type Feature } from "write-excel-file/node";
import { getCellAddress } from "write-excel-file/utility";
import { guardFormula } from "@/lib/imports/csv";

/** A table for a sheet: its name, its columns and its cells; a number and a day (midnight UTC) stay one, text stays text. */
export type Table = {
  sheet: string;
  columns: readonly { header: string; width: number }[];
  rows: readonly (readonly (string | number | Date | null)[])[];
};

export type Sheet = { sheet: string; data: Cell[][]; columns: { width: number }[] };

/**
 * A workbook whose first sheet is a table, with a frozen header that stands on every printed page, a filter on each
 * column, and cells that stay text whatever they begin with.
 */
export function writeTable(table: Table, more: readonly Sheet[] = []): Promise<Buffer> {
  return writeWorkbook([tableSheet(table), ...more], { features: [filtered(table)] }).toBuffer();
}

function tableSheet({ sheet, columns, rows }: Table) {
  const header = columns.map(({ header: value }): Cell => ({ value, fontWeight: "bold", backgroundColor: "#e0dedb" }));
  return {
    sheet,
    data: [header, ...rows.map((row) => row.map(cellOf))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
}

function cellOf(value: string | number | Date | null): Cell {
  if (value === null || value === "") return null;
  if (typeof value === "number") return value;
  if (value instanceof Date) return { value, type: Date, format: "dd/mm/yyyy" };
  // An apostrophe of the value's own is doubled as in a CSV, for the reader takes one away.
  return { value: value.startsWith("'") ? guardFormula(value) : value, type: String, format: "@" };
}

/** The first sheet's filter, and its header on every printed page: the writer knows neither. */
function filtered({ sheet: name, columns, rows }: Table): Feature<Stream | Buffer | Blob> {
  const range = `A1:${getCellAddress(Math.max(rows.length, 1), columns.length - 1)}`;
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
              `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${name}!$1:$1</definedName></definedNames>`,
            ),
        },
      },
    },
  };
}
