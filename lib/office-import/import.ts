import { refuse } from "@/lib/actor";
import { countWords } from "@/lib/imports/count-words";
import { defineImport, type ImportDefinition } from "@/lib/imports/definition";
import { applyOffices } from "@/lib/office-import/apply";
import { type ColumnKey, columns } from "@/lib/office-import/columns";
import { lockOffices } from "@/lib/office-import/lock";
import { type OfficePlan, planOffices } from "@/lib/office-import/plan";
import { type Done, doneOf, doneSchema, previewOf, resultOf } from "@/lib/office-import/preview";
import { type Draft, draftSchema, isNameless } from "@/lib/office-import/rows";
import { officeTemplate } from "@/lib/office-import/template";
import { canManageOrganisations } from "@/lib/organisations/rules";

const mostRows = 5000;

export const officeDefinition: ImportDefinition<ColumnKey, Draft, OfficePlan, Done> = {
  kind: "OFFICES",
  slug: "instansi",
  acrossOffices: true,
  words: {
    title: "Impor puskesmas dan rumah sakit",
    lead: "Semua puskesmas dan rumah sakit sekaligus, dengan wilayah kerja dan admin pertamanya, dari Excel atau CSV",
    list: { href: "/organisasi", label: "Puskesmas", see: "Lihat daftar puskesmas" },
    first: {
      heading: "1. Isi templat",
      text: "Templat sudah berisi instansi yang ada, dan satu baris untuk setiap kecamatan yang belum punya puskesmas: tinggal isi namanya. Daftar Anda sendiri dengan judul kolom lain pun dikenali, juga yang satu baris untuk satu desa.",
      links: [
        { href: "/impor/instansi/templat?bentuk=xlsx", label: "Unduh templat Excel" },
        { href: "/impor/instansi/templat?bentuk=csv", label: "Unduh templat CSV" },
      ],
      columns: columns.map(({ key, header, help }) => ({ key, header, help })),
    },
    upload: { label: "Berkas puskesmas dan rumah sakit", work: "Memeriksa baris", most: "2 MB dan 5.000 baris" },
    preview: {
      title: "Periksa sebelum menyimpan",
      work: "Menyimpan instansi",
      discard: "Batalkan, jangan simpan apa pun",
    },
  },
  mayImport: (actor) =>
    canManageOrganisations(actor) &&
    (actor.organisation.kind === "DISTRICT_DINKES" || actor.organisation.kind === "PROVINCIAL_DINKES"),
  file: {
    columns,
    limits: { unpacked: 32 * 1024 * 1024, row: 20_000, column: 200 },
    bytes: 2 * 1024 * 1024,
    tooManyBytes:
      "Berkas ini lebih dari 2 MB. Hapus lembar dan gambar yang tidak perlu, atau bagi menjadi beberapa berkas.",
    tooBig: "Lembar di berkas ini terlalu besar untuk daftar puskesmas. Salin isinya ke templat, lalu unggah lagi.",
  },
  async read({ header, rows, notes }) {
    const named = rows.filter(({ cells }) => !isNameless(cells));
    if (named.length === 0)
      return refuse("Tidak ada baris bernama di bawah judul kolom. Isi nama puskesmasnya, lalu unggah lagi.", "file");
    if (named.length > mostRows)
      return refuse(
        `Berkas ini berisi ${countWords(named.length)} baris; paling banyak ${countWords(mostRows)}. Bagi menjadi beberapa berkas.`,
        "file",
      );
    const draft: Draft = {
      rows: named.map(({ row, cells, errors }) => ({ row, cells, errors: Object.values(errors) })),
      notes,
      unusedColumns: header.unused.slice(0, 20).map(({ heading }) => heading),
      nameless: rows.length - named.length,
    };
    return { ok: true, draft };
  },
  draftSchema,
  doneSchema,
  lock: (tx, actor) => lockOffices(tx, actor),
  plan: planOffices,
  size: ({ ready }) => ready.length,
  write: (tx, actor, { plan }, onProgress) => applyOffices(tx, actor, plan, onProgress),
  done: doneOf,
  preview: previewOf,
  result: resultOf,
  changed:
    "Daftar instansi berubah sejak pratinjau ini dibuka, belum ada yang disimpan. Periksa pratinjau yang baru, lalu simpan lagi.",
  nothing: "Tidak ada instansi yang siap disimpan",
  template: officeTemplate,
};

export const organisationImport = defineImport(officeDefinition);
