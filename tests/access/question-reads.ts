import { findQuestion, listBank, listQuestions, listTopics } from "@/lib/question-bank/reads";
import { findTestResults } from "@/lib/training-tests/results";
import { testWorkbook } from "@/lib/training-tests/workbook";
import { ofHost, ofOffice } from "./read-grids";
import { now, type ReadTable } from "./read-world";

export const questionReads: ReadTable = {
  "question-bank/reads findQuestion": { call: (it, actor) => findQuestion(actor, it.question.id), grid: ofHost },
  "question-bank/reads listBank": { call: (_, actor) => listBank(actor), grid: ofHost },
  "question-bank/reads listQuestions": {
    call: async (_, actor) => (await listQuestions(actor, {})).questions,
    grid: ofHost,
  },
  "training-tests/results findTestResults": {
    call: (it, actor) => findTestResults(actor, it.training.id, now),
    grid: ofOffice,
  },
  "training-tests/workbook testWorkbook": {
    call: (it, actor) => testWorkbook(actor, it.training.id, now),
    grid: ofOffice,
  },
  "question-bank/reads listTopics": { call: (_, actor) => listTopics(actor), grid: ofHost },
};
