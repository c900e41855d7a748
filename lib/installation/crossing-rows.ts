import { pool } from "@/lib/db";

/** Says where rows of an earlier version point to another office or meeting: such a key holds for new rows alone. */
export async function crossingRows(): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>(
    `SELECT conname AS key FROM pg_constraint
     WHERE contype = 'f' AND NOT convalidated AND conname LIKE '%\\_tenant' ORDER BY 1`,
  );
  if (rows.length === 0) return [];
  const keys = rows.map(({ key }) => key).join(", ");
  return [
    `Ada baris lama yang menunjuk ke instansi atau kegiatan lain (${keys}). Baris itu dibiarkan, yang baru ditolak: perbaiki, lalu jalankan ALTER TABLE … VALIDATE CONSTRAINT untuk kunci itu`,
  ];
}
