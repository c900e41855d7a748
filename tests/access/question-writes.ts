// The question bank of an office, and the tests of a training.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { questionSchema } from "@/lib/question-bank/schema";
import { archiveQuestion, saveQuestion } from "@/lib/question-bank/writes";
import { makeQuestion } from "@/tests/factories/questions";
import type { OfficeWrite } from "./table";
import type { World } from "./world";

const typed = { topic: "RJP", kind: "TRUE_FALSE", text: "Kompresi 5 cm", key: "Benar" };
const prepare = (it: World) => makeQuestion({ organisationId: it.host.id });
const found = () => db.bankQuestion.findFirstOrThrow();

export const questionWrites: Record<string, OfficeWrite> = {
  "question-bank/writes saveQuestion:new": {
    call: (_, actor) => saveQuestion(actor, questionSchema.parse({ ...typed, id: randomUUID() })),
    grid: "+++.+++++++",
  },
  "question-bank/writes saveQuestion:changed": {
    prepare,
    call: async (_, actor) => {
      const { id, version } = await found();
      return saveQuestion(actor, questionSchema.parse({ ...typed, id, version }));
    },
    grid: "+++........",
  },
  "question-bank/writes archiveQuestion": {
    prepare,
    call: async (_, actor) => archiveQuestion(actor, (await found()).id, true),
    grid: "+++........",
  },
};
