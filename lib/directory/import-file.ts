import { type Refusal, refuse } from "@/lib/actor";
import { type Cells, type ColumnKey, columns, exampleMark } from "@/lib/directory/import-columns";
import { readTable, type TableRow } from "@/lib/imports/table";

export const importLimits = { bytes: 2 * 1024 * 1024, rows: 5000 };

/** A directory of 5,000 rows needs a tenth of it. */
const sheetLimits = { unpacked: 32 * 1024 * 1024, row: 20_000, column: 200 };

export const tooBigToImport =
  "Berkas ini lebih dari 2 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.";

/** The rows of a directory file, each with its number as a spreadsheet shows it. */
export type DirectoryFile = {
  columns: (keyof Cells)[];
  unusedColumns: string[];
  rows: TableRow<ColumnKey>[];
  /** What of the file was not read. */
  notes: string[];
  /** Rows of the template's example, left out. */
  examples: number;
};

/** Reads an XLSX or CSV file, recognised by its content; a refusal says what is wrong with the whole of it. */
export async function readDirectoryFile(bytes: Buffer): Promise<{ ok: true; file: DirectoryFile } | Refusal> {
  if (bytes.length > importLimits.bytes) return no(tooBigToImport);
  const read = await readTable(bytes, {
    columns,
    limits: sheetLimits,
    tooBig: "Lembar di berkas ini terlalu besar untuk daftar mitra. Salin isinya ke templat, lalu unggah lagi.",
  });
  if (!read.ok) return read;
  const { header, notes, rows: filled } = read.table;
  const rows = filled.filter(({ cells }) => !cells.title?.toUpperCase().startsWith(exampleMark));
  if (rows.length === 0) return no("Tidak ada baris mitra di bawah judul kolom. Isi dulu berkasnya, lalu unggah lagi.");
  if (rows.length > importLimits.rows)
    return no(
      `Berkas ini berisi ${rows.length.toLocaleString("id-ID")} baris; paling banyak ${importLimits.rows.toLocaleString("id-ID")}. Bagi menjadi beberapa berkas.`,
    );
  return {
    ok: true,
    file: {
      columns: columns.map(({ key }) => key).filter((key) => header.places.has(key)),
      unusedColumns: header.unused.slice(0, 20).map(({ heading }) => heading),
      notes,
      rows,
      examples: filled.length - rows.length,
    },
  };
}

function no(reason: string): Refusal {
  return refuse(reason, "file");
}
