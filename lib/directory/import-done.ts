import { z } from "zod";

/** What is left of an upload once it was confirmed: figures, no names and no phones. */
export const importDoneSchema = z.object({
  baru: z.number(),
  ganti: z.number(),
  kosong: z.number(),
  perbarui: z.number(),
  tetap: z.number(),
  leftOut: z.number(),
});

export type ImportDone = z.output<typeof importDoneSchema>;

/** "20 jabatan baru, 3 ganti pejabat": what an import did, in words; "" where it changed nothing. */
export function doneLine(done: Omit<ImportDone, "leftOut">): string {
  const parts: [number, string][] = [
    [done.baru, "jabatan baru"],
    [done.ganti, "ganti pejabat"],
    [done.kosong, "menjadi lowong"],
    [done.perbarui, "diperbarui"],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count.toLocaleString("id-ID")} ${words}`)
    .join(", ");
}
