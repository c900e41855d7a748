import { z } from "zod";

export const importDoneSchema = z.object({
  baru: z.number(),
  ganti: z.number(),
  kosong: z.number(),
  perbarui: z.number(),
  tetap: z.number(),
  leftOut: z.number(),
});

export type ImportDone = z.output<typeof importDoneSchema>;

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
