import { doneLine, type ImportDone } from "@/lib/directory/import-done";
import type { Plan } from "@/lib/directory/import-plan";
import type { Draft } from "@/lib/directory/import-rows";
import { type Effect, effects } from "@/lib/directory/import-values";
import { type Choices, ticked } from "@/lib/imports/choices";
import { countWords } from "@/lib/imports/count-words";
import type { Preview, PreviewChoice, Result, Tone } from "@/lib/imports/preview";
import { faultList, unusedNotes } from "@/lib/imports/preview-lists";

const effectNames: Record<Effect, { name: string; tone: Tone }> = {
  baru: { name: "Baru", tone: "accent" },
  ganti: { name: "Ganti pejabat", tone: "soon" },
  kosong: { name: "Menjadi lowong", tone: "soon" },
  perbarui: { name: "Diperbarui", tone: "plain" },
  tetap: { name: "Tidak berubah", tone: "plain" },
};

export function previewOf(plan: Plan, draft: Draft, choices: Choices): Preview {
  const { ready, refused, counts } = plan;
  const changes = doneLine(counts);
  const unchanged = counts.tetap > 0 ? `, ${countWords(counts.tetap)} tidak berubah` : "";
  return {
    figures: [
      { count: ready.length, label: "siap", tone: "done" },
      { count: refused.length, label: "perlu diperbaiki", tone: "late" },
    ],
    summary: changes
      ? `Bila diimpor: ${changes}${unchanged}.`
      : ready.length > 0
        ? "Semua yang siap sudah sama dengan daftar mitra."
        : null,
    notes: [
      ...(draft.examples > 0 ? ["Baris contoh dari templat dilewati."] : []),
      ...unusedNotes(draft.unusedColumns),
      ...draft.notes,
    ],
    choices: [...plan.questions, ...emptyChoice(plan, choices)],
    submit: changes ? `Impor ${countWords(ready.length)} baris yang siap` : null,
    lists: [
      faultList(refused, "tanpa jabatan, instansi, dan nama"),
      {
        id: "siap",
        title: "Siap diimpor",
        rows: ready.map(({ row, label, effect, changes: lines, warnings }) => ({
          row,
          label,
          kind: effect,
          lines,
          warnings,
        })),
        kinds: effects.map((kind) => ({ kind, ...effectNames[kind] })),
      },
    ],
  };
}

function emptyChoice({ kept }: Plan, { empty = "" }: Choices): PreviewChoice[] {
  if (kept === 0) return [];
  return [
    {
      key: "empty",
      label: "Kosongkan juga yang kosong di berkas",
      hint: `${countWords(kept)} isian yang tersimpan (awalan, jabatan asal, nomor HP, email) kosong di berkas. Tanpa tanda ini, yang tersimpan tetap.`,
      value: empty === ticked ? ticked : "",
    },
  ];
}

export function resultOf(done: ImportDone): Result {
  const line = doneLine(done);
  return {
    title: "Impor selesai",
    line: line ? `Tersimpan: ${line}.` : "Tidak ada yang perlu diubah.",
    more: done.tetap > 0 ? `${countWords(done.tetap)} sudah sama.` : "",
    leftOut: done.leftOut > 0 ? `${countWords(done.leftOut)} baris` : null,
  };
}

export function changedHolders({ ready }: Plan): string[] {
  return ready
    .filter(({ effect }) => effect === "ganti" || effect === "kosong")
    .slice(0, 30)
    .map(({ values, changes }) => `${values.title}: ${changes[0]}`);
}
