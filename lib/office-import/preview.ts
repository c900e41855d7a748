import { z } from "zod";
import { inLocalWords } from "@/lib/area-words/local";
import { countWords } from "@/lib/imports/count-words";
import type { Preview, PreviewRow, Result } from "@/lib/imports/preview";
import { faultList, unusedNotes } from "@/lib/imports/preview-lists";
import type { OfficePlan, PlannedOffice } from "@/lib/office-import/plan";
import type { Draft } from "@/lib/office-import/rows";
import { organisationKindNames } from "@/lib/organisations/rules";

export const doneSchema = z.object({
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  leftOut: z.number(),
  admins: z.number(),
});

export type Done = z.output<typeof doneSchema>;

export function doneOf({ ready, refused, unchanged }: OfficePlan): Done {
  const added = ready.filter(({ known }) => !known).length;
  const admins = ready.filter(({ admin }) => admin).length;
  return { added, changed: ready.length - added, unchanged, leftOut: refused.length, admins };
}

export function previewOf(plan: OfficePlan, draft: Draft): Preview {
  const say = sayIn(plan);
  const { ready, refused, unchanged, questions, nameless } = plan;
  const { added, changed } = doneOf(plan);
  return {
    figures: [
      { count: added, label: "instansi baru", tone: "done" },
      { count: changed, label: "berubah", tone: "accent" },
      { count: refused.length, label: "perlu diperbaiki", tone: "late" },
    ],
    summary: null,
    notes: [
      ...(unchanged > 0 ? [`${countWords(unchanged)} instansi sudah sama dan tidak berubah.`] : []),
      ...(nameless > 0 ? [`${countWords(nameless)} baris tanpa nama dilewati.`] : []),
      ...unusedNotes(draft.unusedColumns),
      ...draft.notes,
    ],
    choices: questions.map((question) => ({ ...question, label: say(question.label) })),
    submit: ready.length > 0 ? `Simpan ${countWords(ready.length)} instansi` : null,
    lists: [
      faultList(
        refused.map((left) => ({ ...left, reasons: left.reasons.map(say) })),
        "tanpa nama",
      ),
      {
        id: "siap",
        title: "Yang akan disimpan",
        rows: ready.map((office) => rowOf(office, plan)),
        kinds: [
          { kind: "baru", name: "Baru", tone: "done" },
          { kind: "ubah", name: "Berubah", tone: "accent" },
        ],
      },
    ],
  };
}

function sayIn({ words }: Pick<OfficePlan, "words">) {
  return (text: string) => inLocalWords(words, text);
}

function rowOf(office: PlannedOffice, plan: OfficePlan): PreviewRow {
  const say = sayIn(plan);
  const { row, known, kind, name, place, code, address, add, remove, moved, skipped, admin, villages, warnings } =
    office;
  const nameOf = (village: string) => plan.villageNames.get(village) ?? village;
  const changed = (label: string, from: string | null | undefined, to: string) =>
    to !== "" && from !== to ? [known ? `${label}: ${from ?? "kosong"} → ${to}` : `${label}: ${to}`] : [];
  return {
    row,
    label: name,
    kind: known ? "ubah" : "baru",
    lines: [
      ...(known
        ? changed("Nama", known.name, name)
        : [[organisationKindNames[kind], place].filter(Boolean).join(`, ${say("Kecamatan")} `)]),
      ...changed("Kode registrasi", known?.registrationCode, code),
      ...changed("Alamat", known?.address, address),
      ...villageLine("Wilayah kerja", add.map(nameOf), say("desa")),
      ...villageLine("Dilepas dari wilayah kerja", remove.map(nameOf), say("desa")),
      ...(admin ? [`Admin pertama: ${admin.name} (${admin.email})`] : []),
    ],
    warnings: [
      ...warnings,
      ...moved.map(({ code: village, from }) => `${say("Desa")} ${nameOf(village)} dipindahkan dari ${from.name}`),
      ...skipped.map(({ code: village, from }) => `${say("Desa")} ${nameOf(village)} tetap di ${from.name}`),
      ...(kind === "PUSKESMAS" && villages.size === 0 && !known?.villages.length
        ? ["Wilayah kerja belum disebut"]
        : []),
    ],
  };
}

const mostNames = 12;

function villageLine(label: string, names: readonly string[], word: string): string[] {
  if (names.length === 0) return [];
  const more = names.length > mostNames ? `, dan ${names.length - mostNames} lainnya` : "";
  return [`${label}: ${names.length} ${word}: ${names.slice(0, mostNames).join(", ")}${more}`];
}

export function resultOf({ added, changed, unchanged, leftOut, admins }: Done): Result {
  return {
    title: "Instansi tersimpan",
    line: `${countWords(added)} instansi baru, ${countWords(changed)} berubah.`,
    more: [
      unchanged > 0 ? `${countWords(unchanged)} sudah sama.` : "",
      admins > 0 ? `${countWords(admins)} admin ditambahkan; buat tautan masuk mereka di halaman Pengguna.` : "",
      "Lihat yang masih kurang di Puskesmas, bagian Periksa kelengkapan.",
    ]
      .filter(Boolean)
      .join(" "),
    leftOut: leftOut > 0 ? `${countWords(leftOut)} instansi` : null,
  };
}
