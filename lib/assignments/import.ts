import { z } from "zod";
import { type Actor, refuse } from "@/lib/actor";
import { writeAssignments } from "@/lib/assignments/import-apply";
import { type ColumnKey, columns } from "@/lib/assignments/import-columns";
import { type AssignmentPlan, type Draft, draftSchema, planAssignments } from "@/lib/assignments/import-plan";
import { canAssign } from "@/lib/assignments/rules";
import type { Db } from "@/lib/db";
import type { Choices } from "@/lib/imports/choices";
import { countWords } from "@/lib/imports/count-words";
import { writeCsv } from "@/lib/imports/csv";
import { defineImport, type ImportDefinition } from "@/lib/imports/definition";
import type { Preview } from "@/lib/imports/preview";
import { faultList, unusedNotes } from "@/lib/imports/preview-lists";
import { writeTable } from "@/lib/imports/table-workbook";
import { placementEndNames, professionNames } from "@/lib/staff/professions";
import { formatDayShort } from "@/lib/time";

const mostRows = 3000;

const doneSchema = z.object({ started: z.number(), records: z.number(), unchanged: z.number(), leftOut: z.number() });
type Done = z.output<typeof doneSchema>;

const definition: ImportDefinition<ColumnKey, Draft, AssignmentPlan, Done> = {
  kind: "ASSIGNMENTS",
  slug: "penugasan",
  acrossOffices: true,
  words: {
    title: "Impor penugasan khusus",
    lead: "Banyak penugasan sekaligus dari Excel atau CSV, juga yang sudah berakhir",
    list: { href: "/penugasan", label: "Penugasan khusus", see: "Lihat daftar penugasan" },
    first: {
      heading: "1. Isi templat",
      text: "Satu baris untuk satu penugasan. Orang dikenali dari NIP, atau dari nama dan profesinya setelah Anda memastikan. Penugasan lama dengan sebab berakhirnya membuat grafik perkembangan lengkap.",
      links: [
        { href: "/impor/penugasan/templat?bentuk=xlsx", label: "Unduh templat Excel" },
        { href: "/impor/penugasan/templat?bentuk=csv", label: "Unduh templat CSV" },
      ],
      columns: columns.map(({ key, header, help }) => ({ key, header, help })),
    },
    upload: { label: "Berkas penugasan", work: "Memeriksa baris", most: "2 MB dan 3.000 baris" },
    preview: {
      title: "Periksa sebelum menyimpan",
      work: "Menyimpan penugasan",
      discard: "Batalkan, jangan simpan apa pun",
    },
  },
  mayImport: canAssign,
  file: {
    columns,
    limits: { unpacked: 32 * 1024 * 1024, row: 20_000, column: 200 },
    bytes: 2 * 1024 * 1024,
    tooManyBytes:
      "Berkas ini lebih dari 2 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.",
    tooBig: "Lembar di berkas ini terlalu besar. Salin isinya ke templat, lalu unggah lagi.",
  },
  async read({ header, rows, notes }) {
    if (rows.length === 0) return refuse("Tidak ada baris di bawah judul kolom. Isi dulu berkasnya.", "file");
    if (rows.length > mostRows)
      return refuse(
        `Berkas ini berisi ${countWords(rows.length)} baris; paling banyak ${countWords(mostRows)}. Bagi menjadi beberapa berkas.`,
        "file",
      );
    const draft: Draft = {
      rows: rows.map(({ row, cells, errors }) => ({ row, cells, errors: Object.values(errors) })),
      notes,
      unusedColumns: header.unused.slice(0, 20).map(({ heading }) => heading),
    };
    return { ok: true, draft };
  },
  draftSchema,
  doneSchema,
  lock: lockRecords,
  plan: planAssignments,
  size: ({ ready }) => ready.length,
  write: (tx, actor, { plan, fileName }, onProgress) => writeAssignments(tx, actor, { plan, fileName }, onProgress),
  done: ({ ready, unchanged, refused }) => ({
    ...{ started: ready.length, unchanged, leftOut: refused.length },
    records: ready.filter(({ isNew }) => isNew).length,
  }),
  preview: previewOf,
  result: ({ started, records, unchanged, leftOut }) => ({
    title: "Penugasan tersimpan",
    line: `${countWords(started)} penugasan tersimpan, ${countWords(records)} pegawai baru.`,
    more: unchanged > 0 ? `${countWords(unchanged)} sudah tercatat.` : "",
    leftOut: leftOut > 0 ? `${countWords(leftOut)} baris` : null,
  }),
  changed:
    "Data pegawai berubah sejak pratinjau ini dibuka, belum ada yang disimpan. Periksa pratinjau yang baru, lalu simpan lagi.",
  nothing: "Tidak ada baris yang siap disimpan",
  async template(_, form) {
    const name = "Templat penugasan khusus";
    if (form === "csv") return { name, bytes: writeCsv([columns.map(({ header }) => header)]) };
    const help = columns.map(({ header, help: text }) => [header, text]);
    const more = { sheet: "Petunjuk", columns: [{ width: 24 }, { width: 90 }], rows: help };
    return { name, bytes: await writeTable({ sheet: "Penugasan", columns, rows: [] }, [more]) };
  },
};

export const assignmentImport = defineImport(definition);

/** Two imports of an office go one after the other, and no term of a record in the file changes meanwhile. */
async function lockRecords(tx: Db, actor: Actor, draft: Draft, choices: Choices): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${actor.organisation.id}::uuid FOR NO KEY UPDATE`;
  const { ready } = await planAssignments(tx, actor, draft, choices);
  const ids = ready.filter(({ isNew }) => !isNew).map(({ who }) => who);
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT 1 FROM "StaffMember" WHERE id::text = ANY(${ids}) ORDER BY id FOR NO KEY UPDATE
    ) held`;
}

function previewOf({ ready, refused, unchanged, questions }: AssignmentPlan, draft: Draft): Preview {
  return {
    figures: [
      { count: ready.length, label: "penugasan", tone: "done" },
      { count: ready.filter(({ isNew }) => isNew).length, label: "pegawai baru", tone: "accent" },
      { count: refused.length, label: "perlu diperbaiki", tone: "late" },
    ],
    summary: null,
    notes: [
      ...(unchanged > 0 ? [`${countWords(unchanged)} penugasan sudah tercatat dan dilewati.`] : []),
      ...unusedNotes(draft.unusedColumns),
      ...draft.notes,
    ],
    choices: questions,
    submit: ready.length > 0 ? `Simpan ${countWords(ready.length)} penugasan` : null,
    lists: [
      faultList(refused, "tanpa nama"),
      {
        id: "siap",
        title: "Yang akan disimpan",
        rows: ready.map((one) => ({
          row: one.row,
          label: one.name,
          kind: one.isNew ? "baru" : "lama",
          lines: [
            `${professionNames[one.profession]} di ${one.place.name}, ${formatDayShort(one.startsOn)} sampai ${formatDayShort(one.endsOn)}`,
            ...(one.reason ? [placementEndNames[one.reason]] : []),
          ],
        })),
        kinds: [
          { kind: "baru", name: "Pegawai baru", tone: "done" },
          { kind: "lama", name: "Sudah tercatat", tone: "accent" },
        ],
      },
    ],
  };
}
