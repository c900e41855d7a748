import { buffer } from "node:stream/consumers";
import type { Actor } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { templateWorkbook, valuesCsv, valuesTemplate } from "@/lib/figures/export";
import { type ColumnKey, importColumns, longColumns } from "@/lib/figures/import-columns";
import { valuesIn, writtenNumber } from "@/lib/figures/import-file";
import { type ValuesDone, type ValuesPlan, valuesDoneSchema } from "@/lib/figures/import-plan";
import { planValues } from "@/lib/figures/import-reads";
import { readValueCells, type ValuesDraft, valuesDraftSchema } from "@/lib/figures/import-rows";
import { lockFigures } from "@/lib/figures/lock";
import { monthBefore } from "@/lib/figures/months";
import { writeValues } from "@/lib/figures/value-rows";
import { type Choices, ticked } from "@/lib/imports/choices";
import { countWords } from "@/lib/imports/count-words";
import { defineImport, type ImportDefinition, type Planned } from "@/lib/imports/definition";
import type { OnProgress } from "@/lib/imports/drafts";
import type { Preview, PreviewChoice, Result } from "@/lib/imports/preview";
import { faultList, unusedNotes } from "@/lib/imports/preview-lists";
import { canWriteFigures } from "@/lib/indicators/rules";
import { dayOf, monthNames } from "@/lib/time";

const sheetLimits = { unpacked: 64 * 1024 * 1024, row: 70_000, column: 200 };

export const valuesDefinition: ImportDefinition<ColumnKey, ValuesDraft, ValuesPlan, ValuesDone> = {
  kind: "VALUES",
  slug: "capaian",
  words: {
    title: "Impor capaian",
    lead: "Banyak angka sekaligus dari Excel atau CSV",
    list: { href: "/capaian", label: "Capaian", see: "Lihat capaian" },
    first: {
      heading: "1. Isi templat",
      text: "Satu baris untuk satu desa, indikator, dan bulan; rekap dengan kolom Januari sampai Desember juga terbaca. Angka yang sudah ada dapat diekspor, diubah, lalu diimpor kembali.",
      links: [
        { href: "/impor/capaian/templat?bentuk=xlsx", label: "Unduh templat Excel" },
        { href: "/impor/capaian/templat?bentuk=csv", label: "Unduh templat CSV" },
        { href: "/capaian/ekspor", label: "Ekspor yang sudah ada" },
      ],
      columns: longColumns,
    },
    upload: { label: "Berkas capaian", work: "Memeriksa angka", most: "8 MB dan 60.000 angka" },
    preview: {
      title: "Periksa sebelum mengimpor",
      work: "Menyimpan angka",
      discard: "Batalkan, jangan impor apa pun",
    },
  },
  mayImport: canWriteFigures,
  file: {
    columns: importColumns,
    limits: sheetLimits,
    bytes: 8 * 1024 * 1024,
    tooManyBytes: "Berkas ini lebih dari 8 MB. Hapus lembar yang tidak perlu, atau bagi menjadi beberapa berkas.",
    tooBig: "Lembar di berkas ini terlalu besar. Salin isinya ke templat, lalu unggah lagi.",
    wordNumber: writtenNumber,
  },
  async read(table, onProgress) {
    const found = valuesIn(table);
    return found.ok ? { ok: true, draft: await readValueCells(found.file, onProgress) } : found;
  },
  draftSchema: valuesDraftSchema,
  doneSchema: valuesDoneSchema,
  lock: async (tx, actor) => {
    await lockFigures(tx, actor);
  },
  plan: planValues,
  size: ({ rows }) => rows.length,
  write: writePlan,
  done: ({ counts, refused }) => ({ ...counts, leftOut: refused.length }),
  preview: previewOf,
  result: resultOf,
  changed:
    "Angka atau indikatornya berubah sejak pratinjau ini dibuka, belum ada yang diimpor. Periksa pratinjau yang baru, lalu impor lagi.",
  nothing: "Tidak ada angka baru atau berubah yang siap diimpor",
  async template(actor, form) {
    const { year, month } = lastMonthOf(actor);
    const { areaWords } = actor.organisation;
    const template = await valuesTemplate(actor, year, month);
    return {
      name: `Templat capaian ${monthNames[month - 1]} ${year}`,
      bytes:
        form === "csv"
          ? await buffer(valuesCsv(template.rows, areaWords))
          : await templateWorkbook(template, areaWords),
    };
  },
};

export const valuesImport = defineImport(valuesDefinition);

function lastMonthOf({ organisation }: Actor): { year: number; month: number } {
  const today = dayOf(new Date(), organisation.timeZone);
  return monthBefore({ year: Number(today.slice(0, 4)), month: Number(today.slice(5, 7)) });
}

const rowsPerStep = 5000;

async function writePlan(
  tx: Db,
  actor: Actor,
  { plan, fileName }: Planned<ValuesDraft, ValuesPlan>,
  onProgress: OnProgress,
): Promise<void> {
  const { rows, counts } = plan;
  for (let from = 0; from < rows.length; from += rowsPerStep) {
    await writeValues(tx, actor.organisation.id, rows.slice(from, from + rowsPerStep));
    await onProgress(Math.min(from + rowsPerStep, rows.length), rows.length);
  }
  const ids = [...new Set(rows.map(({ indicatorId }) => indicatorId))].slice(0, 30);
  const indicators = await tx.indicator.findMany({ where: { id: { in: ids } }, select: { name: true } });
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  await recordEvent(tx, by(actor), {
    action: "figures.imported",
    subjectId: actor.organisation.id,
    organisationId: actor.organisation.id,
    data: {
      file: fileName,
      added: counts.baru,
      changed: counts.ubah,
      indicators: indicators.map(({ name }) => name),
      years: years.slice(0, 30),
    },
  });
}

function previewOf(
  { counts, rows, refused, changes, kept, unsure }: ValuesPlan,
  draft: ValuesDraft,
  choices: Choices,
): Preview {
  const unchanged = counts.tetap > 0 ? `, ${countWords(counts.tetap)} tidak berubah` : "";
  return {
    figures: [
      { count: rows.length + counts.tetap, label: "siap", tone: "done" },
      { count: refused.length, label: "perlu diperbaiki", tone: "late" },
    ],
    summary:
      rows.length > 0
        ? `Bila diimpor: ${changeLine(counts)}${unchanged}.`
        : "Semua yang siap sudah sama dengan yang tersimpan.",
    notes: [
      ...(draft.empty > 0 ? [`${countWords(draft.empty)} sel tanpa angka dilewati.`] : []),
      ...unusedNotes(draft.unusedColumns),
      ...draft.notes,
    ],
    choices: [...decimalChoice(unsure, choices), ...emptyChoice(kept, choices)],
    submit: rows.length > 0 ? `Impor ${countWords(rows.length)} angka` : null,
    lists: [
      faultList(refused, "tanpa desa, indikator, dan bulan"),
      {
        id: "berubah",
        title: "Angka yang berubah",
        total: counts.ubah,
        rows: changes.map(({ row, label, words }) => ({ row, label, lines: [words] })),
      },
    ],
  };
}

function decimalChoice(unsure: number, { decimal = "" }: Choices): PreviewChoice[] {
  if (unsure === 0 && decimal === "") return [];
  return [
    {
      key: "decimal",
      label: "Titik dan koma",
      hint: "Di berkas ini ada angka seperti 1.234 atau 1,234 yang dapat dibaca dua cara.",
      value: decimal,
      answers: [
        { value: ",", label: "1.234 seribu dua ratus tiga puluh empat, 1,234 satu koma dua" },
        { value: ".", label: "1,234 seribu dua ratus tiga puluh empat, 1.234 satu koma dua" },
      ],
    },
  ];
}

function emptyChoice(kept: number, { empty = "" }: Choices): PreviewChoice[] {
  if (kept === 0) return [];
  return [
    {
      key: "empty",
      label: "Kosongkan juga yang kosong di berkas",
      hint: `${countWords(kept)} sasaran bulan yang tersimpan kosong di berkas. Tanpa tanda ini, yang tersimpan tetap.`,
      value: empty === ticked ? ticked : "",
    },
  ];
}

function changeLine({ baru, ubah }: { baru: number; ubah: number }): string {
  return [baru > 0 ? `${countWords(baru)} angka baru` : "", ubah > 0 ? `${countWords(ubah)} angka berubah` : ""]
    .filter(Boolean)
    .join(", ");
}

function resultOf(done: ValuesDone): Result {
  const line = changeLine(done);
  return {
    title: "Impor selesai",
    line: line ? `Tersimpan: ${line}.` : "Tidak ada yang perlu diubah.",
    more: done.tetap > 0 ? `${countWords(done.tetap)} sudah sama.` : "",
    leftOut: done.leftOut > 0 ? `${countWords(done.leftOut)} angka` : null,
  };
}
