import { z } from "zod";
import { kind } from "@/lib/events/kind";
import { causeGroupNames, problemSubject } from "@/lib/problems/rules";
import { CauseGroup } from "@/prisma/generated/enums";

const numbered = z.object({ number: z.number(), statement: z.string() });

const problem = z.object({
  statement: z.string(),
  evidence: z.string().nullable(),
  villages: z.array(z.string()),
  /** Left out where only desa and figures are said anew. */
  causes: z.array(z.object({ group: z.enum(CauseGroup), text: z.string() })).optional(),
});

function problemWords({ statement, evidence, villages, causes }: z.output<typeof problem>) {
  return {
    masalah: statement,
    "data pendukung": evidence,
    desa: villages,
    penyebab: causes?.map(({ group, text }) => `${causeGroupNames[group]}: ${text}`),
  };
}

const grades = z.object({ urgency: z.number(), seriousness: z.number(), growth: z.number() }).nullable();
const scored = z.array(z.object({ number: z.number(), before: grades, after: grades }));

function gradesWords(given: z.output<typeof grades>): string {
  if (!given) return "";
  const { urgency, seriousness, growth } = given;
  return `${urgency} + ${seriousness} + ${growth} = ${urgency + seriousness + growth}`;
}

function scoresWords(scores: z.output<typeof scored>, side: "before" | "after"): Record<string, string> {
  return Object.fromEntries(scores.map((score) => [`masalah ${score.number}`, gradesWords(score[side])]));
}

export const problemEvents = {
  "problem.added": kind("problem", numbered.extend({ evidence: z.string().nullable() }), ({ evidence, ...data }) => ({
    verb: "menambah masalah",
    subject: problemSubject(data),
    detail: { "data pendukung": evidence },
  })),
  "problem.changed": kind(
    "problem",
    z.object({ number: z.number(), before: problem, after: problem }),
    ({ number, before, after }) => ({
      verb: "mengubah masalah",
      subject: problemSubject({ number, statement: after.statement }),
      detail: { dari: problemWords(before), menjadi: problemWords(after) },
    }),
  ),
  "problem.deleted": kind("problem", numbered, (data) => ({
    verb: "menghapus masalah",
    subject: problemSubject(data),
  })),
  "problem.order-decided": kind(
    "meeting",
    z.object({ rank: z.number().nullable(), order: z.array(z.number()), note: z.string() }),
    ({ rank, order, note }) => ({
      verb: "memutuskan urutan masalah bernilai sama",
      subject: `Prioritas ${rank ?? ""}`.trim(),
      detail: { urutan: order, diputuskan: note },
    }),
  ),
  "score.recorded": kind("scorer", z.object({ scorer: z.string(), scores: scored }), ({ scorer, scores }) => ({
    verb: "mencatat nilai USG",
    subject: scorer,
    detail: { dari: scoresWords(scores, "before"), menjadi: scoresWords(scores, "after") },
  })),
  "score.removed": kind("scorer", z.object({ scorer: z.string(), scores: scored }), ({ scorer, scores }) => ({
    verb: "menghapus nilai USG",
    subject: scorer,
    detail: scoresWords(scores, "before"),
  })),
};
