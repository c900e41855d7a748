import { z } from "zod";
import { sectors } from "@/lib/directory/rules";
import {
  choice,
  day,
  formId,
  optionalChoice,
  optionalDecimal,
  optionalText,
  optionalWholeNumber,
  rowVersion,
  text,
} from "@/lib/fields";
import { isOwnerKey } from "@/lib/owner-links/rules";
import type { MeetingKind } from "@/prisma/generated/enums";

export const fundingSources = ["BOK", "BLUD_JKN", "APBD", "DANA_DESA", "SWADAYA", "TANPA_BIAYA", "LAINNYA"] as const;
export const priorities = ["TINGGI", "SEDANG", "RENDAH"] as const;
export const progressStatuses = ["BELUM_MULAI", "BERJALAN", "SELESAI", "DIBATALKAN"] as const;

/** The owner stays as the row has it, whoever holds the seat by now. */
export const keepOwner = "tetap";

const figure = (name: string) =>
  optionalDecimal(name).refine(
    (value) => value === null || Math.abs(value) < 1_000_000_000,
    `Angka pada ${name} terlalu besar`,
  );

/**
 * A row of the plan as the form sends it. `owner` is "seat:<id>" or "user:<id>" of the list, or empty where
 * the responsible institution was typed; what is chosen from the list goes before what was typed.
 */
export const actionItemSchema = z
  .object({
    id: formId,
    /** The line of the minutes a new row is made of. */
    noteId: optionalText("baris notulen", 60),
    /** Of the meeting's problems; its words are copied where none are typed. */
    problemId: optionalText("masalah yang dijawab", 60),
    problem: optionalText("masalah", 500),
    cause: optionalText("penyebab", 500),
    activity: text("kegiatan", 500),
    owner: optionalText("penanggung jawab", 60),
    responsibleInstitution: optionalText("instansi penanggung jawab", 160),
    responsibleTitle: optionalText("jabatan", 160),
    responsibleName: optionalText("nama", 160),
    support: optionalText("pihak pendukung", 300),
    villages: z.array(z.string().max(13)).max(500, "Desa paling banyak 500").default([]),
    deadline: day("batas waktu"),
    indicator: optionalText("indikator", 300),
    baseline: figure("capaian awal"),
    target: figure("target"),
    unit: optionalText("satuan", 40),
    fundingSource: optionalChoice("sumber dana", fundingSources),
    priority: choice("prioritas", priorities),
  })
  .superRefine((item, context) => {
    if (!item.owner && !item.responsibleInstitution) {
      context.addIssue({
        code: "custom",
        path: ["responsibleInstitution"],
        message: "Pilih penanggung jawab dari daftar, atau isi instansi penanggung jawab",
      });
    }
  });

export type ActionItemInput = z.output<typeof actionItemSchema>;

export const actionItemEditSchema = z.intersection(actionItemSchema, z.object({ version: rowVersion }));

/** A report of progress. Its percent may stay empty where the status says it: finished is 100, not begun is 0. */
export const progressSchema = z.object({
  id: formId,
  status: choice("status", progressStatuses),
  percent: optionalWholeNumber("kemajuan", 0, 100),
  note: optionalText("catatan", 1000),
  /** Ticked where the row stands at 100 percent and is not finished all the same. */
  stillOpen: optionalText("pernyataan", 10).transform((value) => value !== null),
});

export type ProgressInput = z.output<typeof progressSchema>;

export const commentSchema = z.object({ id: formId, text: text("komentar", 2000) });

export type CommentInput = z.output<typeof commentSchema>;

export const followUpStates = ["belum", "terlambat", "segera", "periksa", "selesai", "batal", "semua"] as const;

export type FollowUpState = (typeof followUpStates)[number];

/** One value of an address, whichever repeats it; nothing where it is empty. */
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value) || undefined;

const optional = <S extends z.ZodType>(schema: S) => z.preprocess(first, schema.optional().catch(undefined));

const meetingKinds = [
  "LOKMIN_BULANAN",
  "LOKMIN_TRIWULANAN",
  "PRA_LOKMIN",
  "MINILOK_STUNTING",
  "KALAKARYA",
] as const satisfies readonly MeetingKind[];

/** Rows that can be ticked or named at once: a page of the list is shorter. */
const mostChosen = 200;

/** The filter of the list over all meetings, as it stands in the address; what is unknown falls away. */
export const followUpSchema = z.object({
  status: z.preprocess(first, z.enum(followUpStates).catch("belum")),
  puskesmas: optional(z.uuid()),
  desa: optional(z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)),
  jenis: optional(z.enum(meetingKinds)),
  sektor: optional(z.enum(sectors)),
  /** Of the indicator whose problem a row answers. */
  topik: optional(z.string().regex(/^\P{Cc}{1,60}$/u)),
  /** The key of an owner. */
  pemilik: optional(z.string().refine(isOwnerKey)),
  /** Of the deadline. */
  tahun: optional(z.coerce.number().int().min(2000).max(2100)),
  triwulan: optional(z.coerce.number().int().min(1).max(4)),
  /** Only rows whose owner has left. */
  ganti: optional(z.literal("1")),
  cari: optional(
    z.string().transform(
      (words) =>
        words
          .replace(/\p{Cc}/gu, " ")
          .trim()
          .slice(0, 100) || undefined,
    ),
  ),
  /** Rows that were ticked; without any, all of the filter. */
  rtl: z.preprocess(
    (value) => [value ?? []].flat(),
    z.array(z.unknown()).transform((ids) => ids.filter(isRowId).slice(0, mostChosen)),
  ),
  halaman: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).catch(1)),
});

const isRowId = (id: unknown): id is string => z.uuid().safeParse(id).success;

export type FollowUpFilter = z.output<typeof followUpSchema>;
