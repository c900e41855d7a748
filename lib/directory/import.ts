import { refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { columnHelp, importTemplate } from "@/lib/directory/export";
import { templateCsv, templateWorkbook } from "@/lib/directory/export-files";
import { applyPlan } from "@/lib/directory/import-apply";
import { type ColumnKey, columns, exampleMark } from "@/lib/directory/import-columns";
import { doneLine, type ImportDone, importDoneSchema } from "@/lib/directory/import-done";
import { type Plan, planRows } from "@/lib/directory/import-plan";
import { changedHolders, previewOf, resultOf } from "@/lib/directory/import-preview";
import { type Draft, draftSchema, readRows } from "@/lib/directory/import-rows";
import { readCurrent } from "@/lib/directory/import-standing";
import { canWriteDirectory } from "@/lib/directory/rules";
import { by, recordEvent } from "@/lib/events/record";
import { ticked } from "@/lib/imports/choices";
import { countWords } from "@/lib/imports/count-words";
import { defineImport, type ImportDefinition } from "@/lib/imports/definition";

const mostRows = 5000;

const sheetLimits = { unpacked: 32 * 1024 * 1024, row: 20_000, column: 200 };

export const directoryDefinition: ImportDefinition<ColumnKey, Draft, Plan, ImportDone> = {
  kind: "DIRECTORY",
  slug: "mitra",
  words: {
    title: "Impor mitra",
    lead: "Banyak jabatan sekaligus dari Excel atau CSV",
    list: { href: "/mitra", label: "Mitra", see: "Lihat daftar mitra" },
    first: {
      heading: "1. Isi templat",
      text: "Satu baris untuk satu jabatan. Daftar yang sudah ada dapat diekspor, diubah, lalu diimpor kembali.",
      links: [
        { href: "/impor/mitra/templat?bentuk=xlsx", label: "Unduh templat Excel" },
        { href: "/impor/mitra/templat?bentuk=csv", label: "Unduh templat CSV" },
        { href: "/mitra/ekspor?bentuk=xlsx", label: "Ekspor yang sudah ada" },
      ],
      columns: columnHelp,
    },
    upload: { label: "Berkas mitra", work: "Memeriksa baris", most: "2 MB dan 5.000 baris" },
    preview: {
      title: "Periksa sebelum mengimpor",
      work: "Menyimpan baris",
      discard: "Batalkan, jangan impor apa pun",
    },
  },
  mayImport: canWriteDirectory,
  file: {
    columns,
    limits: sheetLimits,
    bytes: 2 * 1024 * 1024,
    tooManyBytes:
      "Berkas ini lebih dari 2 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.",
    tooBig: "Lembar di berkas ini terlalu besar untuk daftar mitra. Salin isinya ke templat, lalu unggah lagi.",
  },
  async read({ header, rows: filled, notes }, onProgress) {
    const rows = filled.filter(({ cells }) => !cells.title?.toUpperCase().startsWith(exampleMark));
    if (rows.length === 0)
      return refuse("Tidak ada baris mitra di bawah judul kolom. Isi dulu berkasnya, lalu unggah lagi.", "file");
    if (rows.length > mostRows)
      return refuse(
        `Berkas ini berisi ${countWords(rows.length)} baris; paling banyak ${countWords(mostRows)}. Bagi menjadi beberapa berkas.`,
        "file",
      );
    const draft = {
      columns: columns.map(({ key }) => key).filter((key) => header.places.has(key)),
      unusedColumns: header.unused.slice(0, 20).map(({ heading }) => heading),
      notes,
      examples: filled.length - rows.length,
      rows: await readRows(rows, onProgress),
    };
    return { ok: true, draft };
  },
  draftSchema,
  doneSchema: importDoneSchema,
  lock: (tx, actor) => lockDirectory(tx, actor.organisation.id),
  plan: async (tx, actor, draft, choices) =>
    planRows(draft, await readCurrent(tx, actor.organisation.id, draft), choices),
  size: ({ ready }) => ready.length,
  async write(tx, actor, { draft, plan, choices, fileName }, onProgress) {
    const organisationId = actor.organisation.id;
    await applyPlan(tx, organisationId, { draft, plan, isEmptied: choices.empty === ticked }, onProgress);
    const result = doneLine(plan.counts);
    if (result)
      await recordEvent(tx, by(actor), {
        action: "directory.imported",
        subjectId: organisationId,
        organisationId,
        data: { file: fileName, result, holders: changedHolders(plan) },
      });
  },
  done: ({ counts, refused }) => ({ ...counts, leftOut: refused.length }),
  preview: previewOf,
  result: resultOf,
  changed:
    "Daftar mitra berubah sejak pratinjau ini dibuka, belum ada yang diimpor. Periksa pratinjau yang baru, lalu impor lagi.",
  nothing: "Tidak ada baris yang siap diimpor",
  async template(actor, form) {
    const template = await importTemplate(actor);
    const bytes = form === "csv" ? templateCsv(template) : await templateWorkbook(template);
    return { name: "Templat mitra", bytes };
  },
};

export const directoryImport = defineImport(directoryDefinition);

/** Two imports at once go one after the other; nobody changes a holder between the last look and the writing. */
async function lockDirectory(tx: Db, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT 1 FROM "Seat" WHERE "organisationId" = ${organisationId}::uuid AND "archivedAt" IS NULL ORDER BY id FOR NO KEY UPDATE
    ) held`;
}
