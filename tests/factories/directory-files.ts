// Directory files as people fill them in.
import writeWorkbook from "write-excel-file/node";
import { type ColumnKey, columns } from "@/lib/directory/import-columns";
import { inventedPhone, nextNumber } from "./counter";

export type FileRow = Partial<Record<ColumnKey, string>>;

/** A whole row: a seat and a holder that no other row has. */
export function fileRow(changes: FileRow = {}): FileRow {
  const number = nextNumber();
  return {
    title: `Kepala Dusun ${number}`,
    institution: `Dusun ${number}`,
    sector: "Desa dan kelurahan",
    villageCode: "",
    name: `Pejabat ${number}`,
    prefix: "",
    ownPost: "",
    phone: `0${inventedPhone().slice(2)}`,
    email: "",
    protocolOrder: "60",
    ...changes,
  };
}

const headers = columns.map(({ header }) => header);

function lines(rows: readonly FileRow[]): string[][] {
  return [headers, ...rows.map((row) => columns.map(({ key }) => row[key] ?? ""))];
}

/** What Excel saves; every cell is text. */
export function xlsxFile(rows: readonly FileRow[]): Promise<Buffer> {
  return sheetFile(lines(rows));
}

/** Any cells at all, as a workbook. */
export function sheetFile(cells: readonly (readonly (string | number | null)[])[]): Promise<Buffer> {
  return writeWorkbook(cells.map((row) => row.map((value) => (value === "" ? null : value)))).toBuffer();
}

/** What a program without Excel writes. */
export function csvFile(rows: readonly FileRow[], { separator = ";" }: { separator?: string } = {}): Buffer {
  return Buffer.from(
    lines(rows)
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
      .join("\r\n"),
  );
}
