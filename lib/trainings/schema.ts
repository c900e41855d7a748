import { z } from "zod";
import {
  choice,
  clock,
  day,
  formId,
  optionalDecimal,
  optionalText,
  optionalWholeNumber,
  rowVersion,
  text,
} from "@/lib/fields";
import { mostSessions, readSpeakers, sessionForms } from "@/lib/trainings/fields";

const mostObjectives = 20;

const objectives = optionalText("tujuan", 4000)
  .transform((typed) => [...new Set((typed ?? "").split("\n").map((line) => line.trim()))].filter(Boolean))
  .refine((all) => all.length <= mostObjectives, `Tujuan paling banyak ${mostObjectives} baris`)
  .refine((all) => all.every((line) => line.length <= 300), "Satu tujuan paling banyak 300 huruf");

const score = optionalDecimal("nilai post-test").refine(
  (value) => value === null || (value >= 0 && value <= 100),
  "Nilai post-test harus 0 sampai 100",
);

export const trainingSchema = z
  .object({
    version: rowVersion,
    objectives,
    requiredAttendance: optionalWholeNumber("kehadiran", 0, 100).transform((value) => value ?? 0),
    requiredScore: score,
    skpValue: optionalDecimal("nilai SKP").refine(
      (value) => value === null || value > 0,
      "Nilai SKP harus lebih dari 0",
    ),
    skpNumber: optionalText("nomor SKP", 100),
    skpIssuer: optionalText("penerbit SKP", 150),
    competenceIds: z.array(formId).max(50).default([]),
  })
  .refine(({ skpValue, skpNumber }) => (skpValue === null) === (skpNumber === null), {
    path: ["skpNumber"],
    message: "Nilai SKP hanya dicatat bersama nomornya: isi keduanya atau kosongkan keduanya",
  });
export type TrainingInput = z.output<typeof trainingSchema>;

const lessons = optionalDecimal("JPL").refine(
  (value) => value === null || (value >= 0 && value <= 24),
  "JPL satu sesi harus 0 sampai 24",
);

const speakers = optionalText("narasumber", 2000)
  .transform((typed) => readSpeakers(typed ?? ""))
  .refine((all) => all.length <= 10, "Narasumber satu sesi paling banyak 10 orang")
  .refine(
    (all) => all.every((one) => one.name.length <= 120 && one.title.length <= 150 && one.institution.length <= 150),
    "Nama, jabatan, dan instansi narasumber masing-masing paling banyak 150 huruf",
  );

export const sessionRowSchema = z
  .object({
    id: formId,
    form: choice("bentuk sesi", sessionForms),
    topic: text("materi", 300),
    date: day("hari sesi"),
    startTime: clock("jam mulai"),
    endTime: clock("jam selesai"),
    lessons,
    room: optionalText("ruang", 150),
    speakers,
  })
  .refine(({ startTime, endTime }) => !startTime || !endTime || endTime > startTime, {
    path: ["endTime"],
    message: "Jam selesai harus sesudah jam mulai",
  });
export type SessionRow = z.output<typeof sessionRowSchema>;

const anyRow = z.record(z.string(), z.unknown());

/** A row without a topic is left out; that of a session that was there is deleted. */
export const sessionsSchema = z
  .object({
    version: rowVersion,
    rows: z.array(anyRow).max(mostSessions, `Sesi paling banyak ${mostSessions}`).default([]),
  })
  .transform(({ version, rows }, context) => ({
    version,
    rows: rows.flatMap((raw, index) => {
      if (String(raw.topic ?? "").trim() === "") return [];
      const row = sessionRowSchema.safeParse(raw);
      if (row.success) return [{ ...row.data, index }];
      for (const issue of row.error.issues)
        context.addIssue({ code: "custom", path: ["rows", index, ...issue.path], message: issue.message });
      return [];
    }),
  }));
export type SessionsInput = z.output<typeof sessionsSchema>;
