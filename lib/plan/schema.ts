import { z } from "zod";
import { choice, day, formId, optionalChoice, optionalDecimal, optionalText, rowVersion, text } from "@/lib/fields";
import { personAnswer } from "@/lib/persons/answer";

export const fundingSources = ["BOK", "BLUD_JKN", "APBD", "VILLAGE_FUND", "COMMUNITY", "NO_COST", "OTHER"] as const;
export const priorities = ["HIGH", "MEDIUM", "LOW"] as const;

export const keepOwner = "tetap";

const figure = (name: string) =>
  optionalDecimal(name).refine(
    (value) => value === null || Math.abs(value) < 1_000_000_000,
    `Angka pada ${name} terlalu besar`,
  );

/**
 * A row of the plan as the form sends it. `owner` is "seat:<id>", "user:<id>" or "person:<id>" of the list, or empty
 * where the responsible institution was typed; what is chosen from the list goes before what was typed.
 */
export const actionItemSchema = z
  .object({
    id: formId,
    noteId: optionalText("baris notulen", 60),
    problemId: optionalText("masalah yang dijawab", 60),
    problem: optionalText("masalah", 500),
    cause: optionalText("penyebab", 500),
    activity: text("kegiatan", 500),
    owner: optionalText("penanggung jawab", 60),
    responsibleInstitution: optionalText("instansi penanggung jawab", 160),
    responsibleTitle: optionalText("jabatan", 160),
    responsibleName: optionalText("nama", 160),
    person: personAnswer,
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

/** A row of the entry grid: without a version where its device never heard that it was saved. */
export const gridRowSchema = z.intersection(
  actionItemSchema,
  z.object({ version: rowVersion.nullable(), as: z.string().max(60) }),
);

export type GridRowInput = z.output<typeof gridRowSchema>;

export const commentSchema = z.object({ id: formId, text: text("komentar", 2000) });

export type CommentInput = z.output<typeof commentSchema>;
