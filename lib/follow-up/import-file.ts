import { type Refusal, refuse } from "@/lib/actor";
import type { ProgressDraft } from "@/lib/follow-up/import-plan";
import { type SheetCells, sheetColumns } from "@/lib/follow-up/sheet-columns";
import { findHeader } from "@/lib/imports/header";
import { readLines } from "@/lib/imports/lines";

export const progressLimits = { bytes: 4 * 1024 * 1024, rows: 5000 };

export const progressTooBig =
  "Berkas ini lebih dari 4 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.";

/** 5,000 rows with everything there is to tell stay below it. */
const sheetLimits = { unpacked: 64 * 1024 * 1024, row: 20_000, column: 200 };

/** The rows of an edited download, XLSX or CSV; a refusal says what is wrong with the whole of it. */
export async function readProgressFile(bytes: Buffer): Promise<{ ok: true; draft: ProgressDraft } | Refusal> {
  if (bytes.length > progressLimits.bytes) return refuse(progressTooBig, "file");
  const read = await readLines(bytes, {
    limits: sheetLimits,
    tooBig: "Lembar di berkas ini terlalu besar. Unduh lagi dari daftar RTL, lalu isi berkas itu.",
  });
  if (!read.ok) return read;
  const found = findHeader(read.lines, sheetColumns);
  if (!found.ok) return found;
  const { line, places } = found.header;
  const rows = read.lines
    .map((cells, index) => ({
      row: index + 1,
      cells: Object.fromEntries([...places].map(([key, place]) => [key, cells[place] ?? ""])) satisfies SheetCells,
    }))
    .slice(line + 1)
    .filter(({ cells }) => Object.values(cells).some(Boolean));
  if (rows.length === 0) return refuse("Tidak ada baris RTL di bawah judul kolom.", "file");
  if (rows.length > progressLimits.rows)
    return refuse(
      `Berkas ini berisi ${rows.length.toLocaleString("id-ID")} baris; paling banyak ${progressLimits.rows.toLocaleString("id-ID")}. Bagi menjadi beberapa berkas.`,
      "file",
    );
  return { ok: true, draft: { rows } };
}
