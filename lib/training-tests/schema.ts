import { z } from "zod";
import { choice, formId, optionalDecimal, optionalWholeNumber, rowVersion } from "@/lib/fields";
import { mostQuestions, usualReopening } from "@/lib/training-tests/rules";

export const setTestSchema = z.object({
  version: rowVersion,
  minutes: optionalWholeNumber("waktu", 1, 480),
  questions: z
    .array(formId, { error: "Pilih sedikitnya satu soal" })
    .min(1, "Pilih sedikitnya satu soal")
    .max(mostQuestions, `Paling banyak ${mostQuestions} soal`)
    .transform((ids) => [...new Set(ids)]),
});

export type SetTestInput = z.output<typeof setTestSchema>;

export const reopenSchema = z.object({
  invitationId: formId,
  minutes: optionalWholeNumber("tambahan waktu", 1, 480).transform((minutes) => minutes ?? usualReopening),
});

export type ReopenInput = z.output<typeof reopenSchema>;

export const markSchema = z.object({
  questionId: formId,
  invitationId: formId,
  verdict: choice("hasil", ["right", "wrong"]),
});

export type MarkInput = z.output<typeof markSchema>;

const score = (name: string) =>
  optionalDecimal(name).refine((value) => value === null || (value >= 0 && value <= 100), "Nilai harus 0 sampai 100");
const before = z.preprocess((value) => value ?? "", optionalDecimal("nilai sebelumnya"));

export const scoresSchema = z.object({
  rows: z
    .array(
      z.object({
        invitationId: formId,
        PRE: score("nilai pre-test"),
        POST: score("nilai post-test"),
        wasPRE: before,
        wasPOST: before,
      }),
    )
    .max(500)
    .default([]),
});

export type ScoresInput = z.output<typeof scoresSchema>;
