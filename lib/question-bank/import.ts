import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Actor, refuse } from "@/lib/actor";
import type { Db } from "@/lib/db";
import { by, recordEvent } from "@/lib/events/record";
import { countWords } from "@/lib/imports/count-words";
import { writeCsv } from "@/lib/imports/csv";
import { defineImport, type ImportDefinition } from "@/lib/imports/definition";
import { faultList, unusedNotes } from "@/lib/imports/preview-lists";
import { writeTable } from "@/lib/imports/table-workbook";
import { type ColumnKey, columns } from "@/lib/question-bank/import-columns";
import { type Draft, draftSchema, planQuestions, type QuestionPlan } from "@/lib/question-bank/import-plan";
import { canWriteQuestions, keyWords, questionKindNames } from "@/lib/question-bank/rules";

const mostRows = 1000;
const doneSchema = z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), leftOut: z.number() });
type Done = z.output<typeof doneSchema>;

const definition: ImportDefinition<ColumnKey, Draft, QuestionPlan, Done> = {
  kind: "QUESTIONS",
  slug: "soal",
  words: {
    title: "Impor bank soal",
    lead: "Soal pre-test dan post-test dari Excel atau CSV",
    list: { href: "/bank-soal", label: "Bank soal", see: "Lihat bank soal" },
    first: {
      heading: "1. Isi templat",
      text: "Satu baris satu soal. Soal dengan kata yang sama diperbarui, tidak menjadi ganda. Gambar ditambahkan sesudahnya, di soalnya.",
      links: [
        { href: "/impor/soal/templat?bentuk=xlsx", label: "Unduh templat Excel" },
        { href: "/impor/soal/templat?bentuk=csv", label: "Unduh templat CSV" },
      ],
      columns: columns.filter(({ help }) => help !== "").map(({ key, header, help }) => ({ key, header, help })),
    },
    upload: { label: "Berkas soal", work: "Memeriksa baris", most: "2 MB dan 1.000 baris" },
    preview: {
      title: "Periksa sebelum menyimpan",
      work: "Menyimpan soal",
      discard: "Batalkan, jangan simpan apa pun",
    },
  },
  mayImport: canWriteQuestions,
  file: {
    columns,
    limits: { unpacked: 32 * 1024 * 1024, row: 20_000, column: 200 },
    bytes: 2 * 1024 * 1024,
    tooManyBytes: "Berkas ini lebih dari 2 MB. Hapus lembar dan gambar yang tidak perlu, lalu unggah lagi.",
    tooBig: "Lembar di berkas ini terlalu besar untuk bank soal. Salin isinya ke templat, lalu unggah lagi.",
  },
  async read({ header, rows, notes }) {
    if (rows.length === 0) return refuse("Tidak ada soal di bawah judul kolom. Isi dulu, lalu unggah lagi.", "file");
    if (rows.length > mostRows)
      return refuse(
        `Berkas ini berisi ${countWords(rows.length)} baris; paling banyak ${countWords(mostRows)}. Bagi menjadi beberapa berkas.`,
        "file",
      );
    return {
      ok: true,
      draft: {
        rows: rows.map(({ row, cells, errors }) => ({ row, cells, errors: Object.values(errors) })),
        notes,
        unusedColumns: header.unused.slice(0, 20).map(({ heading }) => heading),
      },
    };
  },
  draftSchema,
  doneSchema,
  // Two imports at once go one after the other.
  lock: async (tx, { organisation: { id } }) => {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  },
  plan: planQuestions,
  size: ({ ready }) => ready.length,
  write: (tx, actor, { plan, fileName }) => applyQuestions(tx, actor, plan, fileName),
  done: (plan) => doneOf(plan),
  preview: (plan, draft) => {
    const { added, changed } = doneOf(plan);
    return {
      figures: [
        { count: added, label: "soal baru", tone: "done" },
        { count: changed, label: "berubah", tone: "accent" },
        { count: plan.refused.length, label: "perlu diperbaiki", tone: "late" },
      ],
      summary: null,
      notes: [
        ...(plan.unchanged > 0 ? [`${countWords(plan.unchanged)} soal sudah sama dan tidak berubah.`] : []),
        ...unusedNotes(draft.unusedColumns),
        ...draft.notes,
      ],
      choices: [],
      submit: plan.ready.length > 0 ? `Simpan ${countWords(plan.ready.length)} soal` : null,
      lists: [
        faultList(plan.refused, "tanpa soal"),
        {
          id: "siap",
          title: "Yang akan disimpan",
          rows: plan.ready.map(({ row, known, question }) => ({
            row,
            label: question.text,
            kind: known ? "ubah" : "baru",
            lines: [
              `${question.topic} · ${questionKindNames[question.kind]}`,
              known ? `Kunci: ${known.before} → ${keyWords(question)}` : `Kunci: ${keyWords(question)}`,
            ],
          })),
          kinds: [
            { kind: "baru", name: "Baru", tone: "done" },
            { kind: "ubah", name: "Berubah", tone: "accent" },
          ],
        },
      ],
    };
  },
  result: ({ added, changed, unchanged, leftOut }) => ({
    title: "Soal tersimpan",
    line: `${countWords(added)} soal baru, ${countWords(changed)} berubah.`,
    more: unchanged > 0 ? `${countWords(unchanged)} sudah sama.` : "",
    leftOut: leftOut > 0 ? `${countWords(leftOut)} baris` : null,
  }),
  changed:
    "Bank soal berubah sejak pratinjau ini dibuka, belum ada yang disimpan. Periksa pratinjau yang baru, lalu simpan lagi.",
  nothing: "Tidak ada soal yang siap disimpan",
  template: questionTemplate,
};

export const questionImport = defineImport(definition);

function doneOf({ ready, refused, unchanged }: QuestionPlan): Done {
  const added = ready.filter(({ known }) => !known).length;
  return { added, changed: ready.length - added, unchanged, leftOut: refused.length };
}

async function applyQuestions(tx: Db, actor: Actor, plan: QuestionPlan, file: string): Promise<void> {
  const organisationId = actor.organisation.id;
  const now = Date.now();
  await tx.bankQuestion.createMany({
    data: plan.ready
      .filter(({ known }) => !known)
      .map(({ question }, at) => ({ ...question, id: randomUUID(), organisationId, createdAt: new Date(now + at) })),
  });
  for (const { known, question } of plan.ready)
    if (known)
      await tx.bankQuestion.update({ where: { id: known.id }, data: { ...question, version: { increment: 1 } } });
  const { added, changed } = doneOf(plan);
  await recordEvent(tx, by(actor), {
    action: "question.imported",
    subjectId: organisationId,
    organisationId,
    data: { file, added, changed },
  });
}

const examples = [
  [
    "Resusitasi jantung paru",
    "Pilihan ganda",
    "Perbandingan kompresi dan napas bantuan pada dewasa",
    "15 : 2",
    "30 : 2",
    "5 : 1",
    "",
    "",
    "",
    "",
    "",
    "B",
    1,
  ],
  [
    "Resusitasi jantung paru",
    "Benar atau salah",
    "Kedalaman kompresi dewasa 5 sampai 6 cm",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "Benar",
    1,
  ],
];

async function questionTemplate(_: Actor, form: "xlsx" | "csv"): Promise<{ name: string; bytes: Buffer }> {
  const name = "Templat bank soal";
  if (form === "csv")
    return { name, bytes: writeCsv([columns.map(({ header }) => header), ...examples.map((row) => row.map(String))]) };
  return { name, bytes: await writeTable({ sheet: "Soal", columns, rows: examples }, []) };
}
