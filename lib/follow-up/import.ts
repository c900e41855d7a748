import { isPuskesmasWriter, refuse } from "@/lib/actor";
import { readCurrent, writeProgress } from "@/lib/follow-up/import-apply";
import {
  type LeftRow,
  type ProgressDone,
  type ProgressDraft,
  type ProgressPlan,
  planProgress,
  progressDoneSchema,
  progressDraftSchema,
} from "@/lib/follow-up/import-plan";
import { type SheetKey, sheetColumns } from "@/lib/follow-up/sheet-columns";
import { countWords } from "@/lib/imports/count-words";
import { defineImport, type ImportDefinition } from "@/lib/imports/definition";
import type { Preview, Result } from "@/lib/imports/preview";

const mostRows = 5000;

const sheetLimits = { unpacked: 64 * 1024 * 1024, row: 20_000, column: 200 };

export const progressDefinition: ImportDefinition<SheetKey, ProgressDraft, ProgressPlan, ProgressDone> = {
  kind: "PROGRESS",
  slug: "rtl",
  words: {
    title: "Impor kemajuan RTL",
    lead: "Laporan kemajuan banyak RTL sekaligus dari Excel",
    list: { href: "/tindak-lanjut", label: "Tindak lanjut", see: "Lihat daftar RTL" },
    first: {
      heading: "1. Unduh dan isi",
      text: "Unduh daftar RTL, lalu ubah tiga kolom saja: Status (Belum mulai, Berjalan, Selesai, Dibatalkan), Kemajuan (%) berupa angka bulat, dan Laporan baru. Kolom lain hanya untuk dibaca; dua kolom terakhir mengenali barisnya.",
      links: [{ href: "/tindak-lanjut/ekspor", label: "Unduh RTL yang belum selesai" }],
    },
    upload: { label: "Berkas RTL", work: "Memeriksa baris", most: "4 MB dan 5.000 baris" },
    preview: {
      title: "Periksa sebelum menyimpan",
      work: "Menyimpan laporan",
      discard: "Batalkan, jangan simpan apa pun",
    },
  },
  // Progress is brought back by the staff of the puskesmas whose rows they are.
  mayImport: isPuskesmasWriter,
  file: {
    columns: sheetColumns,
    limits: sheetLimits,
    bytes: 4 * 1024 * 1024,
    tooManyBytes:
      "Berkas ini lebih dari 4 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.",
    tooBig: "Lembar di berkas ini terlalu besar. Unduh lagi dari daftar RTL, lalu isi berkas itu.",
  },
  async read({ rows, notes }) {
    if (rows.length === 0) return refuse("Tidak ada baris RTL di bawah judul kolom.", "file");
    if (rows.length > mostRows)
      return refuse(
        `Berkas ini berisi ${countWords(rows.length)} baris; paling banyak ${countWords(mostRows)}. Bagi menjadi beberapa berkas.`,
        "file",
      );
    return { ok: true, draft: { rows: rows.map((row) => ({ ...row, errors: Object.values(row.errors) })), notes } };
  },
  draftSchema: progressDraftSchema,
  doneSchema: progressDoneSchema,
  lock: async (tx, actor, draft) => {
    await readCurrent(tx, actor, draft, true);
  },
  plan: async (tx, actor, draft) => planProgress(draft, await readCurrent(tx, actor, draft, false)),
  size: ({ ready }) => ready.length,
  write: (tx, actor, { plan, fileName }, onProgress) => writeProgress(tx, actor, { plan, fileName }, onProgress),
  done: ({ ready, unchanged, conflicts, refused }) => ({
    saved: ready.length,
    unchanged,
    conflicts: conflicts.length,
    refused: refused.length,
  }),
  preview: previewOf,
  result: resultOf,
  changed:
    "RTL berubah sejak pratinjau ini dibuka, belum ada yang disimpan. Periksa pratinjau yang baru, lalu simpan lagi.",
  nothing: "Tidak ada baris yang siap disimpan",
};

export const progressImport = defineImport(progressDefinition);

function previewOf({ ready, refused, conflicts, unchanged }: ProgressPlan, draft: ProgressDraft): Preview {
  const left = (rows: readonly LeftRow[]) => rows.map(({ row, label, reason }) => ({ row, label, lines: [reason] }));
  return {
    figures: [
      { count: ready.length, label: "berubah", tone: "done" },
      { count: refused.length, label: "perlu diperbaiki", tone: "late" },
      { count: conflicts.length, label: "bentrok", tone: "soon" },
    ],
    summary: null,
    notes: [...(unchanged > 0 ? [`${countWords(unchanged)} baris tidak berubah dan dilewati.`] : []), ...draft.notes],
    choices: [],
    submit: ready.length > 0 ? `Simpan ${countWords(ready.length)} laporan kemajuan` : null,
    lists: [
      {
        id: "perbaiki",
        title: "Perlu diperbaiki di berkas",
        hint: "Baris ini tidak ikut disimpan. Perbaiki di berkas, lalu unggah lagi; baris yang lain tidak menjadi ganda.",
        rows: left(refused),
        unnamed: "tanpa kegiatan",
        isFault: true,
      },
      {
        id: "bentrok",
        title: "Sudah diubah di aplikasi",
        hint: "Yang tersimpan di aplikasi tetap berlaku; isian berkas untuk baris ini tidak dipakai.",
        rows: left(conflicts),
        isFault: true,
      },
      {
        id: "siap",
        title: "Yang berubah",
        rows: ready.map(({ row, label, from, to, note }) => ({
          row,
          label,
          lines: [from === to ? `Tetap ${to}` : `${from} → ${to}`, ...(note ? [note] : [])],
        })),
      },
    ],
  };
}

function resultOf({ saved, unchanged, conflicts, refused }: ProgressDone): Result {
  const left = refused + conflicts;
  return {
    title: "Kemajuan tersimpan",
    line: `${countWords(saved)} laporan kemajuan tersimpan.`,
    more: unchanged > 0 ? `${countWords(unchanged)} baris tidak berubah.` : "",
    leftOut: left > 0 ? `${countWords(left)} baris` : null,
  };
}
