import { z } from "zod";
import { refuse } from "@/lib/actor";
import { countWords } from "@/lib/imports/count-words";
import { defineImport, type ImportDefinition } from "@/lib/imports/definition";
import type { Preview } from "@/lib/imports/preview";
import { faultList, unusedNotes } from "@/lib/imports/preview-lists";
import { noteListReading } from "@/lib/privacy/readings";
import { staffTemplate } from "@/lib/staff/export";
import { applyStaff } from "@/lib/staff/import-apply";
import { type ColumnKey, columns } from "@/lib/staff/import-columns";
import { type Draft, draftSchema, planStaff, type StaffPlan } from "@/lib/staff/import-plan";
import { readRegister } from "@/lib/staff/import-standing";
import { canKeepOwnStaff } from "@/lib/staff/rules";

const mostRows = 5000;

const doneSchema = z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), leftOut: z.number() });
type Done = z.output<typeof doneSchema>;

const staffDefinition: ImportDefinition<ColumnKey, Draft, StaffPlan, Done> = {
  kind: "STAFF",
  slug: "pegawai",
  acrossOffices: true,
  words: {
    title: "Impor pegawai",
    lead: "Semua pegawai sekaligus dari Excel atau CSV, dengan status, STR, dan SIP",
    list: { href: "/pegawai", label: "Pegawai", see: "Lihat daftar pegawai" },
    first: {
      heading: "1. Isi templat",
      text: "Templat sudah berisi pegawai yang tercatat. Daftar Anda sendiri dengan judul kolom lain pun dikenali. Orang yang mungkin sudah tercatat dengan ejaan lain ditanyakan dulu, tidak digabung sendiri.",
      links: [
        { href: "/impor/pegawai/templat?bentuk=xlsx", label: "Unduh templat Excel" },
        { href: "/impor/pegawai/templat?bentuk=csv", label: "Unduh templat CSV" },
      ],
      columns: columns.map(({ key, header, help }) => ({ key, header, help })),
    },
    upload: { label: "Berkas pegawai", work: "Memeriksa baris", most: "4 MB dan 5.000 baris" },
    preview: {
      title: "Periksa sebelum menyimpan",
      work: "Menyimpan pegawai",
      discard: "Batalkan, jangan simpan apa pun",
    },
  },
  mayImport: canKeepOwnStaff,
  file: {
    columns,
    limits: { unpacked: 32 * 1024 * 1024, row: 20_000, column: 200 },
    bytes: 4 * 1024 * 1024,
    tooManyBytes:
      "Berkas ini lebih dari 4 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.",
    tooBig: "Lembar di berkas ini terlalu besar untuk daftar pegawai. Salin isinya ke templat, lalu unggah lagi.",
  },
  async read({ header, rows, notes }) {
    if (rows.length === 0)
      return refuse("Tidak ada baris di bawah judul kolom. Isi nama pegawainya, lalu unggah lagi.", "file");
    if (rows.length > mostRows)
      return refuse(
        `Berkas ini berisi ${countWords(rows.length)} baris; paling banyak ${countWords(mostRows)}. Bagi menjadi beberapa berkas.`,
        "file",
      );
    const unusedColumns = header.unused.slice(0, 20).map(({ heading }) => heading);
    const read = rows.map(({ row, cells, errors }) => ({ row, cells, errors: Object.values(errors) }));
    return { ok: true, draft: { rows: read, notes, unusedColumns } };
  },
  draftSchema,
  doneSchema,
  async lock(tx, actor) {
    const { offices, staff } = await readRegister(tx, actor);
    await tx.$queryRaw`SELECT count(*)::int FROM (
      SELECT 1 FROM "Organisation" WHERE id = ANY(${offices.map(({ id }) => id)}::uuid[]) ORDER BY id FOR NO KEY UPDATE) held`;
    await tx.$queryRaw`SELECT count(*)::int FROM (
      SELECT 1 FROM "StaffMember" WHERE id = ANY(${staff.map(({ id }) => id)}::uuid[]) ORDER BY id FOR NO KEY UPDATE) held`;
  },
  plan: planStaff,
  size: ({ ready }) => ready.length,
  write: (tx, actor, { plan, fileName }, onProgress) => applyStaff(tx, actor, plan, fileName, onProgress),
  done: doneOf,
  preview: previewOf,
  result: ({ added, changed, unchanged, leftOut }) => ({
    title: "Pegawai tersimpan",
    line: `${countWords(added)} pegawai baru, ${countWords(changed)} berubah.`,
    more: unchanged > 0 ? `${countWords(unchanged)} sudah sama.` : "",
    leftOut: leftOut > 0 ? `${countWords(leftOut)} baris` : null,
  }),
  changed:
    "Daftar pegawai berubah sejak pratinjau ini dibuka, belum ada yang disimpan. Periksa pratinjau yang baru, lalu simpan lagi.",
  nothing: "Tidak ada pegawai yang siap disimpan",
  template: async (actor, form) => {
    const { officeIds, ...file } = await staffTemplate(actor, form);
    await noteListReading(actor, "staff-export", officeIds);
    return file;
  },
};

export const staffImport = defineImport(staffDefinition);

function doneOf({ ready, refused, unchanged }: StaffPlan): Done {
  const added = ready.filter(({ known }) => !known).length;
  return { added, changed: ready.length - added, unchanged, leftOut: refused.length };
}

function previewOf(plan: StaffPlan, draft: Draft): Preview {
  const { ready, refused, unchanged, questions } = plan;
  const { added, changed } = doneOf(plan);
  return {
    figures: [
      { count: added, label: "pegawai baru", tone: "done" },
      { count: changed, label: "berubah", tone: "accent" },
      { count: refused.length, label: "perlu diperbaiki", tone: "late" },
    ],
    summary: null,
    notes: [
      ...(unchanged > 0 ? [`${countWords(unchanged)} pegawai sudah sama dan tidak berubah.`] : []),
      ...unusedNotes(draft.unusedColumns),
      ...draft.notes,
    ],
    choices: questions,
    submit: ready.length > 0 ? `Simpan ${countWords(ready.length)} pegawai` : null,
    lists: [
      faultList(refused, "tanpa nama"),
      {
        id: "siap",
        title: "Yang akan disimpan",
        rows: ready.map(({ row, known, values, lines }) => ({
          ...{ row, label: values.name, kind: known ? "ubah" : "baru", lines },
        })),
        kinds: [
          { kind: "baru", name: "Baru", tone: "done" },
          { kind: "ubah", name: "Berubah", tone: "accent" },
        ],
      },
    ],
  };
}
