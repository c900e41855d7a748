import { type Refusal, refuse } from "@/lib/actor";
import type { ProgressDraft } from "@/lib/follow-up/import-plan";
import { sheetColumns } from "@/lib/follow-up/sheet-columns";
import { readTable } from "@/lib/imports/table";

export const progressLimits = { bytes: 4 * 1024 * 1024, rows: 5000 };

export const progressTooBig =
  "Berkas ini lebih dari 4 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.";

/** 5,000 rows with everything there is to tell stay below it. */
const sheetLimits = { unpacked: 64 * 1024 * 1024, row: 20_000, column: 200 };

/** The rows of an edited download, XLSX or CSV; a refusal says what is wrong with the whole of it. */
export async function readProgressFile(bytes: Buffer): Promise<{ ok: true; draft: ProgressDraft } | Refusal> {
  if (bytes.length > progressLimits.bytes) return refuse(progressTooBig, "file");
  const read = await readTable(bytes, {
    columns: sheetColumns,
    limits: sheetLimits,
    tooBig: "Lembar di berkas ini terlalu besar. Unduh lagi dari daftar RTL, lalu isi berkas itu.",
  });
  if (!read.ok) return read;
  const { rows, notes } = read.table;
  if (rows.length === 0) return refuse("Tidak ada baris RTL di bawah judul kolom.", "file");
  if (rows.length > progressLimits.rows)
    return refuse(
      `Berkas ini berisi ${rows.length.toLocaleString("id-ID")} baris; paling banyak ${progressLimits.rows.toLocaleString("id-ID")}. Bagi menjadi beberapa berkas.`,
      "file",
    );
  return { ok: true, draft: { rows: rows.map((row) => ({ ...row, errors: Object.values(row.errors) })), notes } };
}
