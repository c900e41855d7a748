import { z } from "zod";
import { elementAnswers, unitAnswers } from "@/lib/data-exchange/answers";
import type { ExchangeDraft } from "@/lib/data-exchange/draft";
import { questionOf } from "@/lib/data-exchange/mapping";
import type { ExchangePlan, Unmapped } from "@/lib/data-exchange/plan";
import type { Change } from "@/lib/figures/import-plan";
import type { Choices } from "@/lib/imports/choices";
import { countWords } from "@/lib/imports/count-words";
import type { Preview, PreviewChoice, PreviewList, Result } from "@/lib/imports/preview";
import { faultList } from "@/lib/imports/preview-lists";

export const exchangeDoneSchema = z.object({
  ...{ baru: z.number(), ubah: z.number(), tetap: z.number(), hapus: z.number() },
  ...{ leftOut: z.number(), unmapped: z.number() },
});

export type ExchangeDone = z.output<typeof exchangeDoneSchema>;

const mostAsked = 40;

export function exchangePreview(plan: ExchangePlan, draft: ExchangeDraft, choices: Choices): Preview {
  const { counts, rows, deleted, refused, changes, removals, differing, unmapped } = plan;
  const ready = rows.length + deleted.length;
  const left = unmapped.elements.length + unmapped.units.length;
  return {
    figures: [
      { count: ready + counts.tetap, label: "siap", tone: "done" },
      { count: left, label: "belum dipetakan", tone: "soon" },
      { count: refused.length, label: "perlu diperbaiki", tone: "late" },
    ],
    summary: ready > 0 ? `Bila diimpor: ${changeWords(counts)}.` : "Belum ada yang dapat disimpan.",
    notes: draft.notes,
    choices: questionsOf(plan, choices),
    submit: ready > 0 ? `Simpan ${countWords(ready)} angka dan pemetaannya` : null,
    lists: [
      unmappedList("elemen", "Elemen data yang belum dipetakan", unmapped.elements),
      unmappedList("unit", "Unit organisasi yang belum dipetakan", unmapped.units),
      faultList(refused, "tanpa kode"),
      changeList("berubah", "Angka yang berubah", changes),
      changeList("dihapus", "Angka yang dihapus (deleted=true)", removals),
      {
        ...changeList("berbeda", "Berbeda dari yang diisi pihak lain", differing),
        hint: "Tidak ada yang tertimpa: kedua angka disimpan dan ditandai.",
      },
    ],
  };
}

function questionsOf({ unmapped, mapping, used }: ExchangePlan, choices: Choices): PreviewChoice[] {
  const [elements, units] = [elementAnswers(mapping), unitAnswers(mapping)];
  const ask = (kind: "element" | "unit", title: string, answers: PreviewChoice["answers"]) => (one: Unmapped) => ({
    key: questionOf(kind, one.code),
    label: `${title} ${one.code.slice(0, 60)}`,
    ...(one.rows > 0 ? { hint: `${countWords(one.rows)} angka` } : {}),
    value: choices[questionOf(kind, one.code)] ?? "",
    ...(answers ? { answers: [{ value: "", label: "Jangan diimpor" }, ...answers] } : {}),
  });
  // What was answered may be answered otherwise until it is saved.
  const answered = (kind: "element" | "unit", codes: Iterable<string>) =>
    [...codes].flatMap((code) => (choices[questionOf(kind, code)] ? [{ code, rows: 0, first: 0 }] : []));
  return [
    ...unmapped.elements.map(ask("element", "Elemen data", elements)),
    ...unmapped.units.map(ask("unit", "Unit organisasi", units)),
    ...answered("element", used.elements.keys()).map(ask("element", "Elemen data", elements)),
    ...answered("unit", used.units.keys()).map(ask("unit", "Unit organisasi", units)),
  ].slice(0, mostAsked);
}

function unmappedList(id: string, title: string, rows: readonly Unmapped[]): PreviewList {
  return {
    ...{ id, title, hint: "Pilih padanannya di atas, lalu terapkan; pilihan itu disimpan untuk berkas berikutnya." },
    total: rows.length,
    rows: rows.slice(0, 200).map(({ code, rows: count, first }) => ({
      ...{ row: first, label: code || "(kosong)", lines: [`${countWords(count)} angka`] },
    })),
  };
}

function changeList(id: string, title: string, changes: readonly Change[]): PreviewList {
  const rows = changes.slice(0, 200).map(({ row, label, words }) => ({ row, label, lines: [words] }));
  return { id, title, total: changes.length, rows };
}

function changeWords({ baru, ubah, hapus }: Pick<ExchangeDone, "baru" | "ubah" | "hapus">): string {
  return [
    baru > 0 ? `${countWords(baru)} angka baru` : "",
    ubah > 0 ? `${countWords(ubah)} angka berubah` : "",
    hapus > 0 ? `${countWords(hapus)} angka dihapus` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

export function exchangeResult(done: ExchangeDone): Result {
  const line = changeWords(done);
  const left = [
    done.leftOut > 0 ? `${countWords(done.leftOut)} angka` : "",
    done.unmapped > 0 ? `${countWords(done.unmapped)} kode yang belum dipetakan` : "",
  ];
  return {
    title: "Impor selesai",
    line: line ? `Tersimpan: ${line}.` : "Tidak ada yang perlu diubah.",
    more: done.tetap > 0 ? `${countWords(done.tetap)} sudah sama.` : "",
    leftOut: left.filter(Boolean).join(" dan ") || null,
  };
}
