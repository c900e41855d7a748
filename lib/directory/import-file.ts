import { type Refusal, refuse } from "@/lib/actor";
import { type Cells, columns, exampleMark, findHeader, type Header } from "@/lib/directory/import-columns";
import { readCsv, UnreadableText, unguardFormula } from "@/lib/directory/import-csv";
import { readWorkbook, UnreadableWorkbook } from "@/lib/directory/import-xlsx";

export const importLimits = { bytes: 2 * 1024 * 1024, rows: 5000 };

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
  const lines = await readLines(bytes);
  if (!Array.isArray(lines)) return lines;
  const found = findHeader(lines);
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

async function readLines(bytes: Buffer): Promise<string[][] | Refusal> {
  const signature = bytes.toString("latin1", 0, 4);
  try {
    if (signature.startsWith("PK")) return (await readWorkbook(bytes)).map(trimmed);
    if (signature === "\xd0\xcf\x11\xe0")
      return no("Ini berkas Excel lama (.xls) atau bersandi. Simpan sebagai XLSX atau CSV, lalu unggah lagi.");
    const isWideText = signature.startsWith("\xff\xfe");
    if (!isWideText && bytes.includes(0))
      return no("Isi berkas ini bukan XLSX atau CSV, apa pun namanya. Pilih berkas lain.");
    return readCsv(bytes).map(trimmed);
  } catch (error) {
    if (error instanceof UnreadableText)
      return no(
        `Berkas CSV ini tidak terbaca${error.line === null ? "" : ` di sekitar baris ${error.line}`}: ada tanda petik yang tidak ditutup. Perbaiki, atau simpan sebagai XLSX.`,
      );
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return no(
      error.why === "too big"
        ? "Lembar di berkas ini terlalu besar untuk daftar mitra. Salin isinya ke templat, lalu unggah lagi."
        : "Berkas ini bukan XLSX yang utuh. Buka dengan Excel atau LibreOffice, simpan lagi sebagai XLSX, lalu unggah.",
    );
  }
}

function trimmed(cells: readonly string[]): string[] {
  return cells.map((cell) => unguardFormula(storable(cell).trim()));
}

/** Rows are kept as JSON, in which the database takes neither the zero byte nor half a character. */
function storable(cell: string): string {
  return cell.replaceAll("\0", "").replace(/\p{Cs}/gu, "\ufffd");
}

function pick(cells: readonly string[], { places }: Header): Cells {
  return Object.fromEntries([...places].map(([key, place]) => [key, cells[place] ?? ""]));
}

function no(reason: string): Refusal {
  return refuse(reason, "file");
}
