import { z } from "zod";
import { kind } from "@/lib/events/kind";

const titled = z.object({ title: z.string(), test: z.enum(["PRE", "POST"]) });
const names = { PRE: "pre-test", POST: "post-test" };
const ofOne = titled.extend({ participant: z.string() });

export const trainingTestEvents = {
  "test.set": kind("meeting", titled.extend({ questions: z.number(), minutes: z.number().nullable() }), (told) => ({
    verb: `menyusun soal ${names[told.test]}`,
    subject: told.title,
    detail: { soal: told.questions, menit: told.minutes ?? "tanpa batas" },
  })),
  "test.published": kind("meeting", titled.extend({ questions: z.number() }), ({ title, test, questions }) => ({
    verb: `membuka ${names[test]}`,
    subject: title,
    detail: { soal: questions },
  })),
  "test.closed": kind("meeting", titled, ({ title, test }) => ({ verb: `menutup ${names[test]}`, subject: title })),
  "test.opened-again": kind("meeting", titled, ({ title, test }) => ({
    verb: `membuka lagi ${names[test]}`,
    subject: title,
  })),
  "test.reopened-for": kind(
    "meeting",
    ofOne.extend({ minutes: z.number(), late: z.number() }),
    ({ title, test, participant, minutes, late }) => ({
      verb: `membuka lagi ${names[test]} untuk ${participant}`,
      subject: title,
      detail: { menit: minutes, "jawaban terlambat yang diterima": late },
    }),
  ),
  "test.handed-in": kind("meeting", ofOne, ({ title, test, participant }) => ({
    verb: `mengumpulkan ${names[test]}`,
    subject: title,
    detail: { peserta: participant },
  })),
  "test.scores-typed": kind(
    "meeting",
    z.object({
      title: z.string(),
      scores: z.array(
        z.object({
          participant: z.string(),
          test: z.enum(["PRE", "POST"]),
          before: z.number().nullable(),
          after: z.number().nullable(),
        }),
      ),
    }),
    ({ title, scores }) => ({
      verb: "mengisi nilai tes",
      subject: title,
      detail: Object.fromEntries(
        scores.map(({ participant, test, before, after }) => [
          `${participant}, ${names[test]}`,
          `${before ?? "kosong"} → ${after ?? "kosong"}`,
        ]),
      ),
    }),
  ),
  "test.answer-marked": kind(
    "meeting",
    ofOne.extend({ question: z.string(), isRight: z.boolean() }),
    ({ title, participant, question, isRight }) => ({
      verb: "menilai isian singkat",
      subject: title,
      detail: { peserta: participant, soal: question, hasil: isRight ? "benar" : "salah" },
    }),
  ),
};
