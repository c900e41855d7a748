// The tests of a training; the meeting of the world becomes one.
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { markAnswer, reopenForOne, typeScores } from "@/lib/training-tests/result-writes";
import { scoresSchema } from "@/lib/training-tests/schema";
import { closeTest, publishTest, setTest } from "@/lib/training-tests/writes";
import { makeQuestion } from "@/tests/factories/questions";
import type { MeetingWrite } from "./table";
import type { World } from "./world";

const staff = "AHSC";
const prepared = ["DRAFT", "SCHEDULED", "IN_PROGRESS", "CLOSED", "POSTPONED"] as const;

const prepare = ({ meetingId }: World) => db.meeting.update({ where: { id: meetingId }, data: { kind: "KALAKARYA" } });

/** With a text of the participant that fits no accepted answer. */
async function prepareAnswer(it: World) {
  await prepare(it);
  const [, question] = it.test.questions;
  const key = { testId: it.test.id, invitationId: it.participant.id, questionId: question?.id ?? "" };
  await db.testAnswer.create({ data: { ...key, text: "Kira-kira", savedAt: new Date() } });
}

export const testWrites: Record<string, MeetingWrite> = {
  "training-tests/writes setTest": {
    prepare: async (it, actor) => {
      await prepare(it);
      await makeQuestion({ organisationId: actor.organisation.id });
    },
    call: async (it, actor) => {
      const questions = await db.bankQuestion.findMany({ where: { organisationId: actor.organisation.id } });
      const input = { version: 0, minutes: null, questions: questions.map(({ id }) => id) };
      return setTest(actor, it.meetingId, "PRE", input);
    },
    may: staff,
    in: prepared,
  },
  "training-tests/writes publishTest": {
    prepare: async (it) => {
      await prepare(it);
      await db.trainingTest.update({ where: { id: it.test.id }, data: { publishedAt: null } });
    },
    call: (it, actor) => publishTest(actor, it.meetingId, "POST"),
    may: staff,
    in: ["SCHEDULED", "IN_PROGRESS", "CLOSED", "POSTPONED"],
  },
  "training-tests/writes closeTest": {
    prepare,
    call: (it, actor) => closeTest(actor, it.meetingId, "POST", true),
    may: staff,
    in: prepared,
  },
  "training-tests/result-writes reopenForOne": {
    prepare,
    call: (it, actor) => reopenForOne(actor, it.meetingId, "POST", { invitationId: it.participant.id, minutes: 10 }),
    may: staff,
    in: prepared,
  },
  "training-tests/result-writes markAnswer": {
    prepare: prepareAnswer,
    call: (it, actor) => {
      const questionId = it.test.questions[1]?.id ?? randomUUID();
      return markAnswer(actor, it.meetingId, "POST", { questionId, invitationId: it.participant.id, verdict: "right" });
    },
    may: staff,
    in: prepared,
  },
  "training-tests/result-writes typeScores": {
    prepare,
    call: (it, actor) => {
      const row = { invitationId: it.participant.id, PRE: "80", POST: "", wasPRE: "", wasPOST: "" };
      return typeScores(actor, it.meetingId, scoresSchema.parse({ rows: [row] }));
    },
    may: staff,
    in: ["IN_PROGRESS", "CLOSED"],
  },
};
