import { findQuestion, listBank, listQuestions, listTopics } from "@/lib/question-bank/reads";
import { ofHost } from "./read-grids";
import type { ReadTable } from "./read-world";

export const questionReads: ReadTable = {
  "question-bank/reads findQuestion": { call: (it, actor) => findQuestion(actor, it.question.id), grid: ofHost },
  "question-bank/reads listBank": { call: (_, actor) => listBank(actor), grid: ofHost },
  "question-bank/reads listQuestions": {
    call: async (_, actor) => (await listQuestions(actor, {})).questions,
    grid: ofHost,
  },
  "question-bank/reads listTopics": { call: (_, actor) => listTopics(actor), grid: ofHost },
};
