import { z } from "zod";
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

export const followUpStates = ["belum", "terlambat", "segera", "selesai", "batal", "semua"] as const;

export type FollowUpState = (typeof followUpStates)[number];

/** The filter of the list over all meetings, as it stands in the address; what is unknown falls away. */
export const followUpSchema = z.object({
  status: z.enum(followUpStates).catch("belum"),
  puskesmas: z.uuid().optional().catch(undefined),
  desa: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
    .optional()
    .catch(undefined),
  cari: z
    .string()
    .transform(
      (words) =>
        words
          .replace(/\p{Cc}/gu, " ")
          .trim()
          .slice(0, 100) || undefined,
    )
    .optional()
    .catch(undefined),
  halaman: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type FollowUpFilter = z.output<typeof followUpSchema>;
