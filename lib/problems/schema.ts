import { z } from "zod";
import { formId, optionalText, optionalWholeNumber, rowVersion, text } from "@/lib/fields";

export const causeGroups = ["PEOPLE", "FUNDS", "METHOD", "EQUIPMENT", "ENVIRONMENT"] as const;

export const causeFields = {
  PEOPLE: "manusia",
  FUNDS: "dana",
  METHOD: "metode",
  EQUIPMENT: "sarana",
  ENVIRONMENT: "lingkungan",
} as const;

export type CauseGroupName = (typeof causeGroups)[number];
export type CauseInput = { group: CauseGroupName; text: string };

export type ProblemInput = {
  id: string;
  statement: string;
  indicatorId?: string | null;
  villages?: string[];
  evidence?: string | null;
  causes?: CauseInput[];
};

const mostCauses = 12;

const causeLines = (name: string) =>
  optionalText(`penyebab ${name}`, 4000)
    .transform((typed) => [
      ...new Set(
        (typed ?? "")
          .split("\n")
          .map((line) => line.replace(/^\s*[-•*]\s*/, "").trim())
          .filter(Boolean),
      ),
    ])
    .refine((lines) => lines.length <= mostCauses, `Penyebab ${name} paling banyak ${mostCauses} baris`)
    .refine((lines) => lines.every((line) => line.length <= 300), "Satu penyebab paling banyak 300 huruf");

export const problemSchema = z
  .object({
    id: formId,
    statement: text("masalah", 500),
    indicatorId: optionalText("indikator", 60),
    villages: z.array(z.string().max(13)).max(500, "Desa paling banyak 500").default([]),
    evidence: optionalText("data pendukung", 500),
    [causeFields.PEOPLE]: causeLines("manusia"),
    [causeFields.FUNDS]: causeLines("dana"),
    [causeFields.METHOD]: causeLines("metode"),
    [causeFields.EQUIPMENT]: causeLines("sarana"),
    [causeFields.ENVIRONMENT]: causeLines("lingkungan"),
  })
  .transform(({ manusia, dana, metode, sarana, lingkungan, ...problem }) => ({
    ...problem,
    causes: [
      ...inGroup("PEOPLE", manusia),
      ...inGroup("FUNDS", dana),
      ...inGroup("METHOD", metode),
      ...inGroup("EQUIPMENT", sarana),
      ...inGroup("ENVIRONMENT", lingkungan),
    ],
  }));

export const problemEditSchema = z.intersection(problemSchema, z.object({ version: rowVersion }));

function inGroup(group: CauseGroupName, lines: string[]): CauseInput[] {
  return lines.map((line) => ({ group, text: line }));
}

export const ownScores = "saya";
export const newScorer = "baru";

export const otherScorer = "lain";

const grade = (name: string) => optionalWholeNumber(name, 1, 5);

export const scoresSchema = z
  .object({
    person: z.string().min(1).max(200),
    id: formId,
    name: optionalText("nama", 120),
    same: optionalText("penilai yang dimaksud", 40),
    nilai: z
      .array(
        z.object({
          problemId: formId,
          urgency: grade("urgensi (U)"),
          seriousness: grade("keseriusan (S)"),
          growth: grade("perkembangan (G)"),
        }),
      )
      .max(100)
      .default([]),
  })
  .superRefine(({ person, name, nilai }, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (person === newScorer && !name) complain(["name"], "Isi nama orang yang memberi nilai");
    nilai.forEach((score, index) => {
      const grades = Object.entries(score).filter(([field]) => field !== "problemId");
      const empty = grades.filter(([, value]) => value === null).map(([field]) => field);
      const [first] = empty;
      if (first && empty.length < 3)
        complain(["nilai", index, first], "Isi ketiga nilai U, S, dan G, atau kosongkan ketiganya");
    });
  });

export type ScoresInput = z.output<typeof scoresSchema>;

export const tieSchema = z.object({
  order: z.array(formId).min(2, "Muat ulang halaman ini, lalu coba lagi").max(100),
  move: optionalText("arah", 60),
  note: text("siapa yang memutuskan", 200),
});

export type TieInput = z.output<typeof tieSchema>;
