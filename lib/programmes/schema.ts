import { z } from "zod";
import {
  choice,
  clock,
  day,
  formId,
  optionalChoice,
  optionalClock,
  optionalDecimal,
  optionalText,
  optionalWholeNumber,
  rowVersion,
  text,
} from "@/lib/fields";
import { answerSignature, checklistForms, mostTeam } from "@/lib/programmes/fields";
import { readDays } from "@/lib/programmes/typed-days";
import { daysBetween, isDay } from "@/lib/time";

const mostTopics = 20;
const mostIndicators = 20;
const mostMembers = 400;
const mostDays = 5 * 366;

const lines = (name: string, most: number) =>
  optionalText(name, 2000)
    .transform((typed) => [...new Set((typed ?? "").split("\n").map((line) => line.trim()))].filter(Boolean))
    .refine((all) => all.length <= most, `Paling banyak ${most} baris pada ${name}`)
    .refine((all) => all.every((line) => line.length <= 80), `Satu baris pada ${name} paling banyak 80 huruf`);

const wholeNumber = (name: string, min: number, max: number) =>
  optionalWholeNumber(name, min, max).transform((value, context) => {
    if (value === null) context.addIssue({ code: "custom", message: `Isi ${name}` });
    return value ?? min;
  });

const indicatorRow = z.object({
  indicatorId: z.preprocess((value) => value || null, formId.nullable()),
  name: optionalText("nama indikator", 150),
  baseline: optionalDecimal("angka awal"),
  target: optionalDecimal("target"),
  unit: optionalText("satuan", 30),
});

export const programmeSchema = z
  .object({
    id: formId,
    name: text("nama program", 150),
    goal: text("tujuan", 1000),
    topics: lines("topik", mostTopics),
    startsOn: day("tanggal mulai"),
    endsOn: day("tanggal selesai"),
    visitsPerWeek: wholeNumber("kunjungan seminggu", 1, 50),
    teamSize: wholeNumber("fasilitator tiap kunjungan", 1, mostTeam),
    startClock: clock("jam mulai"),
    endClock: optionalClock("jam selesai"),
    visited: z.array(formId).max(mostMembers, `Paling banyak ${mostMembers} yang dikunjungi`).default([]),
    joined: z.array(formId).max(mostMembers, `Paling banyak ${mostMembers} yang ikut`).default([]),
    indicators: z
      .array(indicatorRow)
      .max(mostIndicators, `Paling banyak ${mostIndicators} indikator`)
      .default([])
      .transform((rows) => rows.filter(({ indicatorId, name }) => indicatorId || name)),
  })
  .superRefine(({ startsOn, endsOn, startClock, endClock, visited }, context) => {
    const say = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
    if (startsOn && endsOn && endsOn < startsOn) say("endsOn", "Tanggal selesai harus sesudah tanggal mulai");
    if (isDay(startsOn) && isDay(endsOn) && daysBetween(startsOn, endsOn) > mostDays)
      say("endsOn", "Masa program paling lama 5 tahun. Buat program baru untuk tahun-tahun berikutnya.");
    if (endClock && startClock && endClock <= startClock)
      say("endClock", `Jam selesai harus sesudah jam mulai (${startClock.replace(":", ".")})`);
    if (visited.length === 0) say("visited", "Pilih paling sedikit satu yang dikunjungi");
  });

export type ProgrammeInput = z.output<typeof programmeSchema>;

export const programmeEditSchema = z.intersection(programmeSchema, z.object({ version: rowVersion }));
export type ProgrammeEdit = z.output<typeof programmeEditSchema>;

export const facilitatorSchema = z.object({
  id: formId,
  version: z.preprocess((value) => (value === undefined || value === "" ? null : value), rowVersion.nullable()),
  name: text("nama fasilitator", 120),
  title: text("profesi atau jabatan", 120),
  institution: text("instansi", 150),
  daysOff: optionalText("hari berhalangan", 3000).transform((typed, context) => {
    const { days, faults } = readDays(typed ?? "");
    for (const message of faults) context.addIssue({ code: "custom", message });
    return days;
  }),
  person: optionalText("orangnya", 40),
});
export type FacilitatorInput = z.output<typeof facilitatorSchema>;

const questionRow = z.object({
  section: optionalText("bagian", 100),
  text: optionalText("butir", 300),
  form: choice("cara menjawab", checklistForms),
  maxScore: optionalWholeNumber("nilai tertinggi", 1, 100),
});

export const checklistSchema = z.object({
  version: rowVersion,
  rows: z
    .array(questionRow)
    .max(100, "Paling banyak 100 butir")
    .default([])
    .transform((rows) =>
      rows.flatMap(({ text: words, maxScore, form, ...row }) =>
        words ? [{ ...row, text: words, form, maxScore: form === "SCORE" ? (maxScore ?? 10) : null }] : [],
      ),
    ),
});
export type ChecklistInput = z.output<typeof checklistSchema>;

const member = z.preprocess((value) => value || null, formId.nullable());
const team = { f0: member, f1: member, f2: member, f3: member, f4: member, f5: member };
type Team = { [K in keyof typeof team]?: string | null };

export function teamOf({ f0, f1, f2, f3, f4, f5 }: Team): string[] {
  return [...new Set([f0, f1, f2, f3, f4, f5].flatMap((id) => id ?? []))];
}

export const roundRowSchema = z
  .object({
    meetingId: formId,
    visitedId: formId,
    date: day("tanggal kunjungan"),
    startTime: clock("jam mulai"),
    endTime: optionalClock("jam selesai"),
    place: text("tempat", 200),
    ...team,
  })
  .refine(({ startTime, endTime }) => !endTime || endTime > startTime, {
    path: ["endTime"],
    message: "Jam selesai harus sesudah jam mulai",
  });

const anyRow = z.record(z.string(), z.unknown());

export const roundSchema = z
  .object({
    version: rowVersion,
    include: z.array(z.string().max(60)).max(200).default([]),
    rows: z.array(anyRow).max(200).default([]),
  })
  .transform(({ version, include, rows }, context) => {
    const chosen = new Set(include);
    const parsed = rows.flatMap((raw, index) => {
      if (!chosen.has(String(raw.meetingId))) return [];
      const row = roundRowSchema.safeParse(raw);
      if (row.success) return [row.data];
      for (const issue of row.error.issues)
        context.addIssue({ code: "custom", path: ["rows", index, ...issue.path], message: issue.message });
      return [];
    });
    if (chosen.size === 0)
      context.addIssue({ code: "custom", path: ["include"], message: "Centang paling sedikit satu kunjungan" });
    return { version, rows: parsed };
  });
export type RoundInput = z.output<typeof roundSchema>;

export const visitSchema = z
  .object({
    version: rowVersion,
    title: text("nama kunjungan", 200),
    date: day("tanggal kunjungan"),
    startTime: clock("jam mulai"),
    endTime: optionalClock("jam selesai"),
    place: text("tempat", 200),
    ...team,
  })
  .refine(({ startTime, endTime }) => !endTime || endTime > startTime, {
    path: ["endTime"],
    message: "Jam selesai harus sesudah jam mulai",
  });
export type VisitInput = z.output<typeof visitSchema>;

const answerRow = z.object({
  id: formId,
  version: rowVersion,
  answer: optionalChoice("jawaban", ["YES", "PARTLY", "NO", "NOT_APPLICABLE"]),
  score: optionalWholeNumber("nilai", 0, 100),
  note: optionalText("catatan", 500),
  /** The row as the form showed it: what nobody touched is not written. */
  was: z.string().max(1000).default(""),
});

export const answersSchema = z.object({
  rows: z
    .array(answerRow)
    .max(100)
    .default([])
    .transform((rows) =>
      rows.map((row, index) => ({ ...row, index })).filter(({ was, ...row }) => answerSignature(row) !== was),
    ),
});
export type AnswersInput = z.output<typeof answersSchema>;

export const findingSchema = z.object({
  id: formId,
  version: z.preprocess((value) => (value === undefined || value === "" ? null : value), rowVersion.nullable()),
  statement: text("temuan", 500),
  topic: optionalText("topik", 80),
  owner: optionalText("penanggung jawab", 150),
});
export type FindingInput = z.output<typeof findingSchema>;
