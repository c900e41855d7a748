import { certificateReads } from "./certificate-reads";
import { dinkesReads } from "./dinkes-reads";
import { meetingReads } from "./meeting-reads";
import { needReads } from "./need-reads";
import { officeReads } from "./office-reads";
import { planReads } from "./plan-reads";
import { programmeReads } from "./programme-reads";
import { questionReads } from "./question-reads";
import type { ReadTable } from "./read-world";
import { sessionReads } from "./session-reads";
import { staffReads } from "./staff-reads";
import { trainingEvaluationReads } from "./training-evaluations";
import { trainingReads } from "./training-reads";

export const reads: ReadTable = {
  ...certificateReads,
  ...meetingReads,
  ...planReads,
  ...officeReads,
  ...programmeReads,
  ...needReads,
  ...dinkesReads,
  ...staffReads,
  ...sessionReads,
  ...questionReads,
  ...trainingReads,
  ...trainingEvaluationReads,
};

/** Reads that get what another one has narrowed, or draw it in a process apart: where they are tried. */
export const triedElsewhere: Record<string, string> = {
  // An actor narrowed further, with nothing that it reads.
  "clusters/reads narrowToCluster": "tests/integration/matrix.test.ts",
  "papers/export exportDocx": "tests/integration/papers-access.test.ts",
  "papers/export exportXlsx": "tests/integration/papers-access.test.ts",
  "papers/render/pictures picturesOf": "tests/integration/documents.test.ts",
  "plan/owner-choice resolveOwner": "tests/integration/access-writes.test.ts",
  // Of a programme that findProgramme found: where its facilitators are.
  "programmes/round findRoundContext": "tests/integration/programmes.test.ts",
  "word-forms/print printWordForm": "tests/integration/word-forms.test.ts",
  "word-forms/reads fillWordForm": "tests/integration/word-forms.test.ts",
};
