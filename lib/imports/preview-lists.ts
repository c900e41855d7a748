import type { PreviewList } from "@/lib/imports/preview";

export function faultList(
  rows: readonly { row: number; label: string; reasons: readonly string[] }[],
  unnamed: string,
): PreviewList {
  return {
    id: "perbaiki",
    title: "Perlu diperbaiki di berkas",
    hint: "Baris ini tidak ikut diimpor. Perbaiki di berkas, lalu unggah lagi; baris yang lain tidak menjadi ganda.",
    rows: rows.map(({ row, label, reasons }) => ({ row, label, lines: reasons })),
    unnamed,
    isFault: true,
  };
}

export function unusedNotes(columns: readonly string[]): string[] {
  return columns.length > 0 ? [`Kolom yang tidak dipakai: ${columns.join(", ")}.`] : [];
}
