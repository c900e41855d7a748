import { type Refusal, refuse } from "@/lib/actor";
import { type Cells, type ColumnKey, columns, exampleMark } from "@/lib/directory/import-columns";
import { findHeader, type Header } from "@/lib/imports/header";
import { readLines } from "@/lib/imports/lines";

export const importLimits = { bytes: 2 * 1024 * 1024, rows: 5000 };

/** A directory of 5,000 rows needs a tenth of it. */
const sheetLimits = { unpacked: 32 * 1024 * 1024, row: 20_000, column: 200 };

export const tooBigToImport =
  "Berkas ini lebih dari 2 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.";

/** The rows of a directory file, each with its number as a spreadsheet shows it. */
export type DirectoryFile = {
  columns: (keyof Cells)[];
  unusedColumns: string[];
  rows: { row: number; cells: Cells }[];
  /** Rows of the template's example, left out. */
  examples: number;
};

/** Reads an XLSX or CSV file, recognised by its content; a refusal says what is wrong with the whole of it. */
export async function readDirectoryFile(bytes: Buffer): Promise<{ ok: true; file: DirectoryFile } | Refusal> {
  if (bytes.length > importLimits.bytes) return no(tooBigToImport);
  const read = await readLines(bytes, {
    limits: sheetLimits,
    tooBig: "Lembar di berkas ini terlalu besar untuk daftar mitra. Salin isinya ke templat, lalu unggah lagi.",
  });
  if (!read.ok) return read;
  const { lines } = read;
  const found = findHeader(lines, columns);
  if (!found.ok) return found;
  const filled = lines
    .map((cells, index) => ({ row: index + 1, cells: pick(cells, found.header) }))
    .slice(found.header.line + 1)
    .filter(({ cells }) => Object.values(cells).some(Boolean));
  const rows = filled.filter(({ cells }) => !cells.title?.toUpperCase().startsWith(exampleMark));
  if (rows.length === 0) return no("Tidak ada baris mitra di bawah judul kolom. Isi dulu berkasnya, lalu unggah lagi.");
  if (rows.length > importLimits.rows)
    return no(
      `Berkas ini berisi ${rows.length.toLocaleString("id-ID")} baris; paling banyak ${importLimits.rows.toLocaleString("id-ID")}. Bagi menjadi beberapa berkas.`,
    );
  return {
    ok: true,
    file: {
      columns: columns.map(({ key }) => key).filter((key) => found.header.places.has(key)),
      unusedColumns: found.header.unused.slice(0, 20),
      rows,
      examples: filled.length - rows.length,
    },
  };
}

function pick(cells: readonly string[], { places }: Header<ColumnKey>): Cells {
  return Object.fromEntries([...places].map(([key, place]) => [key, cells[place] ?? ""]));
}

function no(reason: string): Refusal {
  return refuse(reason, "file");
}
